import * as z from 'zod';

/** Where an environment's metrics are: the physical names behind the names that operators use. */
export const MetricSources = z.object({
  api: z.object({ name: z.string(), stage: z.string() }),
  /** Functions by name. */
  functions: z.record(z.string(), z.string()),
  /** Queues that are worked off, by name, each with its dead letters. */
  queues: z.record(z.string(), z.object({ queue: z.string(), deadLetters: z.string() })),
  /** Queues that only keep what failed, by name. */
  deadEnds: z.record(z.string(), z.string()),
  /** The function that follows the stream of changes, by its physical name. */
  projector: z.string(),
});
export type MetricSources = z.infer<typeof MetricSources>;
