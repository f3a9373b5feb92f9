import * as z from 'zod';
import { IsoDate, LastMoment } from './iso-date.ts';

/** Query string of `GET /search/analytics`: whole hours in UTC; without `to` until now, without `from` the seven days before it. */
export const SearchAnalyticsQuery = z
  .strictObject({ from: IsoDate.optional(), to: LastMoment.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    message: 'is later than to',
    path: ['from'],
  });
export type SearchAnalyticsQuery = z.infer<typeof SearchAnalyticsQuery>;

const rate = z.number().min(0).max(1);

/** Answer of `GET /search/analytics`. Rates are shares of `searches`, 0 without searches; percentiles are null then. */
export const SearchAnalytics = z.object({
  searches: z.int(),
  /** At most a tenth above the true value. */
  latency_ms: z.object({
    p50: z.number().nullable(),
    p95: z.number().nullable(),
    p99: z.number().nullable(),
  }),
  zero_result_rate: rate,
  low_score_rate: rate,
  /** Share of the searches of which a result was opened. */
  click_through_rate: rate,
  cache_hit_rate: rate,
  top_queries: z.array(z.object({ query: z.string(), count: z.int(), zero_results: z.int() })),
  /** Queries without a good answer that share rare words; `count` is how often they were asked in vain. */
  knowledge_gaps: z.array(z.object({ topic: z.string(), queries: z.array(z.string()), count: z.int() })),
});
export type SearchAnalytics = z.infer<typeof SearchAnalytics>;
