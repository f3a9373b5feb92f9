import { emptyHour } from '#core/analytics/hour-stats.ts';
import type { SearchStats, StoredHour } from '#core/ports/search-stats.ts';

/** Statistics in memory, a twin of the table for unit tests. */
export const memorySearchStats = (): SearchStats => {
  const hours = new Map<string, StoredHour>();
  const counted = new Set<string>();
  const empty = (hour: string): StoredHour => ({ stats: emptyHour(hour), version: 0 });
  return {
    find: async (tenant, hour) => hours.get(`${tenant}#${hour}`) ?? empty(hour),
    async save(tenant, next, eventIds) {
      const key = `${tenant}#${next.stats.hour}`;
      const again = eventIds.filter((id) => counted.has(`${tenant}#${id}`));
      if (again.length > 0) return { kind: 'counted', eventIds: again };
      if ((hours.get(key)?.version ?? 0) !== next.version - 1) return { kind: 'stale' };
      hours.set(key, next);
      for (const id of eventIds) counted.add(`${tenant}#${id}`);
      return { kind: 'saved' };
    },
    between: async (tenant, from, to) =>
      [...hours]
        .filter(([key]) => key >= `${tenant}#${from}` && key <= `${tenant}#${to}`)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { stats }]) => stats),
  };
};
