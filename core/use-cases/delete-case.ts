import type { DeletedCase } from '#core/cases/case-row.ts';
import { changeCase } from '#core/cases/change-case.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { Clock } from '#core/ports/clock.ts';

export type DeleteCaseDeps = { cases: CaseStore; clock: Clock };

/** Deletes a case, leaving a tombstone that holds its version; `not_found` when there is none. */
export const deleteCase =
  ({ cases, clock }: DeleteCaseDeps) =>
  async (tenant: string, id: string, ifMatch?: number): Promise<void> => {
    await changeCase(cases, { tenant, id, ifMatch }, (row): DeletedCase => ({
      tenant,
      id,
      version: row.version + 1,
      deleted: true,
      sourceUpdatedAt: row.sourceUpdatedAt,
      updatedAt: clock.now().toISOString(),
    }));
  };
