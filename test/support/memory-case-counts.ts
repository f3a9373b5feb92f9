import type { CaseCounts } from '#core/ports/case-counts.ts';
import type { CaseStore } from '#core/ports/case-store.ts';

/** Counts over a store in memory, a twin of the table's for unit tests. */
export const memoryCaseCounts = (cases: Pick<CaseStore, 'list'>): CaseCounts => ({
  count: async (tenant) => (await cases.list(tenant, 1_000_000)).rows.length,
});
