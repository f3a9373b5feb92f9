import type { LivingCase } from '#core/cases/case-row.ts';
import { livingCase } from '#core/cases/living-case.ts';
import type { CaseStore } from '#core/ports/case-store.ts';

export type GetCaseDeps = { cases: CaseStore };

/** Reads one case of a tenant; `not_found` when there is none. */
export const getCase =
  ({ cases }: GetCaseDeps) =>
  (tenant: string, id: string): Promise<LivingCase> =>
    livingCase(cases, tenant, id);
