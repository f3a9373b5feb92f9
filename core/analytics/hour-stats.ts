import type { SearchEvent } from '#contracts/search-event.ts';
import { addLatency, type Histogram } from './latency-histogram.ts';

/** How often a query was asked in an hour, and with what luck. */
export type QueryStats = {
  readonly count: number;
  readonly zeroResults: number;
  readonly lowScores: number;
  /** Of the latest event, ISO 8601. */
  readonly last: string;
};

/** What one tenant searched in one hour (`YYYY-MM-DDTHH`, UTC). */
export type HourStats = {
  readonly hour: string;
  readonly searches: number;
  readonly zeroResults: number;
  readonly lowScores: number;
  readonly cacheHits: number;
  readonly latency: Histogram;
  /** By the masked query; a map, since people may ask for `__proto__` too. */
  readonly queries: ReadonlyMap<string, QueryStats>;
};

/** Most queries that an hour remembers; some 30 KB at their longest. */
const MOST_QUERIES = 200;

/** The hour of a time in ISO 8601. */
export const hourOf = (at: string): string => at.slice(0, 13);

/** An hour in which nobody searched yet. */
export const emptyHour = (hour: string): HourStats => ({
  hour,
  searches: 0,
  zeroResults: 0,
  lowScores: 0,
  cacheHits: 0,
  latency: {},
  queries: new Map(),
});

const one = (is: boolean): number => (is ? 1 : 0);

const addQuery = (known: QueryStats | undefined, event: SearchEvent): QueryStats => ({
  count: (known?.count ?? 0) + 1,
  zeroResults: (known?.zeroResults ?? 0) + one(event.results === 0),
  lowScores: (known?.lowScores ?? 0) + one(event.low_score),
  last: known && known.last > event.at ? known.last : event.at,
});

/** Where there are too many, the most asked stay, and of equals the latest, so that a new one has its chance. */
const bounded = (queries: ReadonlyMap<string, QueryStats>): ReadonlyMap<string, QueryStats> =>
  new Map(
    [...queries]
      .toSorted(([, a], [, b]) => b.count - a.count || (a.last < b.last ? 1 : a.last > b.last ? -1 : 0))
      .slice(0, MOST_QUERIES),
  );

/** An hour with more searches counted. Counts of queries are exact while it has at most 200 different ones, lower bounds beyond. */
export const addSearches = (stats: HourStats, events: readonly SearchEvent[]): HourStats => {
  const count = (is: (event: SearchEvent) => boolean): number => events.filter(is).length;
  const queries = new Map(stats.queries);
  for (const event of events) {
    if (event.query !== null) queries.set(event.query, addQuery(queries.get(event.query), event));
  }
  return {
    hour: stats.hour,
    searches: stats.searches + events.length,
    zeroResults: stats.zeroResults + count(({ results }) => results === 0),
    lowScores: stats.lowScores + count((event) => event.low_score),
    cacheHits: stats.cacheHits + count(({ cache }) => cache === 'hit'),
    latency: events.reduce((latency, { took_ms: took }) => addLatency(latency, took), stats.latency),
    queries: bounded(queries),
  };
};
