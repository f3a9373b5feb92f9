import type { HourStats } from './hour-stats.ts';

/** A query over several hours; `inVain` counts the times that it found nothing, or nothing good. */
export type AskedQuery = {
  readonly query: string;
  readonly count: number;
  readonly zeroResults: number;
  readonly inVain: number;
};

/** Each query of these hours once, the most asked first, then by the alphabet. */
export const mergedQueries = (hours: readonly HourStats[]): readonly AskedQuery[] => {
  const merged = new Map<string, AskedQuery>();
  for (const [query, stats] of hours.flatMap(({ queries }) => [...queries])) {
    const known = merged.get(query);
    merged.set(query, {
      query,
      count: (known?.count ?? 0) + stats.count,
      zeroResults: (known?.zeroResults ?? 0) + stats.zeroResults,
      inVain: (known?.inVain ?? 0) + stats.zeroResults + stats.lowScores,
    });
  }
  return [...merged.values()].toSorted(
    (a, b) => b.count - a.count || (a.query < b.query ? -1 : a.query > b.query ? 1 : 0),
  );
};
