import * as z from 'zod';

/** What is guarded by a breaker: the customer's case database, the search index, services of others (the embedding model), and the model that writes articles. */
export const BreakerName = z.enum(['database', 'vector_store', 'external_api', 'article_writer']);
export type BreakerName = z.infer<typeof BreakerName>;

/** `closed`: calls go through. `open`: none does. `half_open`: some do, to see whether it works again. */
export const BreakerPhase = z.enum(['closed', 'open', 'half_open']);
export type BreakerPhase = z.infer<typeof BreakerPhase>;

/** A breaker as operators see it. */
export const BreakerView = z.object({
  name: BreakerName,
  state: BreakerPhase,
  /** When the outage began; null while it is closed. */
  opened_at: z.string().nullable(),
  /** Whether the work that needs it waits, until it answers again. */
  paused: z.boolean(),
});
export type BreakerView = z.infer<typeof BreakerView>;
