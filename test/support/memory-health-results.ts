import type { HealthResult } from '#contracts/health-history.ts';
import type { HealthResults } from '#core/ports/health-results.ts';

/** Results of health checks in memory, a twin of the table for unit tests. */
export const memoryHealthResults = (): HealthResults => {
  const results = new Map<string, HealthResult>();
  return {
    async add(result) {
      results.set(`${result.checked_at}#${result.run_id}`, result);
    },
    latest: async (limit) =>
      [...results]
        .toSorted(([a], [b]) => (a < b ? 1 : -1))
        .slice(0, limit)
        .map(([, result]) => result),
  };
};
