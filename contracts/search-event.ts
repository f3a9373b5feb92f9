import * as z from 'zod';

/** Code of the log line that tells of one search; the log subscription selects by it. */
export const SEARCH_COMPLETED = 'SEARCH_COMPLETED';

/** What the log keeps of one search; the aggregation needs nothing else. */
export const SearchEvent = z.object({
  tenant: z.string(),
  /** Of the search itself, without what is signed; counted once. */
  event_id: z.string(),
  kind: z.enum(['hybrid', 'similarity']),
  /** ISO 8601, UTC. */
  at: z.string(),
  took_ms: z.number().nonnegative(),
  results: z.int().nonnegative(),
  /** The best raw scores stay below the model's thresholds. */
  low_score: z.boolean(),
  cache: z.enum(['hit', 'miss']),
  engine: z.string(),
  model: z.string(),
  /** The same for the same words of the same tenant. */
  fingerprint: z.string(),
  /** Normalised, e-mail addresses and long numbers masked; null where a record was compared, not words. */
  query: z.string().nullable(),
});
export type SearchEvent = z.infer<typeof SearchEvent>;

/** The log line around it. */
export const SearchLogLine = z.object({ message: z.literal(SEARCH_COMPLETED), search: SearchEvent });
