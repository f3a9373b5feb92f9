import { DomainError } from '#core/domain-error.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { LivingCase } from './case-row.ts';

/** The case of an id; `not_found` for an id that nobody has, deleted ones and those of other tenants alike. */
export const livingCase = async (cases: CaseStore, tenant: string, id: string): Promise<LivingCase> => {
  const row = await cases.find(tenant, id);
  if (!row || row.deleted) throw new DomainError('not_found', 'there is no such case');
  return row;
};
