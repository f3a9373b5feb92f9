import type { ResolvedCounts, ResolvedWindow } from '#core/ports/resolved-counts.ts';

/** Counts of solved cases in memory, a twin of the table for unit tests. */
export const memoryResolvedCounts = (): ResolvedCounts => {
  const windows = new Map<string, ResolvedWindow>();
  const cases = new Map<string, Set<string>>();
  const window = (tenant: string): ResolvedWindow => windows.get(tenant) ?? { number: 0, since: undefined };
  return {
    window: async (tenant) => window(tenant),
    async begin(tenant, since) {
      windows.set(tenant, { number: window(tenant).number + 1, since });
    },
    async add({ tenant, category, window: number }, caseIds, enough) {
      const key = JSON.stringify([tenant, number, category]);
      const own = cases.get(key) ?? new Set();
      cases.set(key, own);
      if (own.size < enough) for (const id of caseIds) own.add(id);
      return own.size;
    },
  };
};
