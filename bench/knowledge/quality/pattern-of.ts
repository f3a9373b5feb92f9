import type { LivingCase } from '#core/cases/case-row.ts';
import type { StoredPattern } from '#core/knowledge/stored-pattern.ts';

/** A pattern of these cases, as the product stores it. */
export const patternOf = (id: string, cases: readonly LivingCase[]): StoredPattern => {
  const customers = new Set(cases.flatMap(({ content }) => content.customer ?? []));
  return {
    tenant: 'bench',
    id,
    category: 'hardware',
    label: id,
    size: cases.length,
    customers: customers.size === 0 ? undefined : customers.size,
    evidence: id,
    outcome: { kind: 'waiting' },
    version: 1,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  };
};
