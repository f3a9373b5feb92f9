import { changeCase } from '#core/cases/change-case.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import { tombstoneOf } from '#core/records/tombstone-of.ts';

export type DeleteCaseDeps = { cases: CaseStore; clock: Clock };

/** Deletes a case, leaving a tombstone that holds its version; `not_found` when there is none. */
export const deleteCase =
  ({ cases, clock }: DeleteCaseDeps) =>
  async (tenant: string, id: string, ifMatch?: number): Promise<void> => {
    await changeCase(cases, { tenant, id, ifMatch }, (row) => ({
      ...tombstoneOf(clock)(row),
      sourceUpdatedAt: row.sourceUpdatedAt,
    }));
  };
