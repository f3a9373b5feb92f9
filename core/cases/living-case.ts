import type { CaseStore } from '#core/ports/case-store.ts';
import { livingRecord } from '#core/records/living-record.ts';
import type { LivingCase } from './case-row.ts';

/** The case of an id; `not_found` for an id that nobody has, deleted ones and those of other tenants alike. */
export const livingCase = (cases: CaseStore, tenant: string, id: string): Promise<LivingCase> =>
  livingRecord({ noun: 'case', store: cases }, tenant, id);
