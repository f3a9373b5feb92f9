import * as z from 'zod';

/** What a run of the vectorization has done so far. */
export const VectorisationCounts = z.object({
  /** Records and passages that were compared with each other. */
  processed: z.int(),
  /** Passages that were missing, older than their records or without a vector, and are right now. */
  embedded: z.int(),
  /** Passages whose record is gone, and that are gone now. */
  removed: z.int(),
  /** Rebuilds of the index that were begun, for a new model or another way of making passages. */
  rebuilds: z.int(),
  /** Records whose passage could not be made; the log names the fault. */
  failed: z.int(),
});
export type VectorisationCounts = z.infer<typeof VectorisationCounts>;

/** Answer of one call: `more` while the run has not ended; `waiting` while the index or the model does not answer. */
export const VectorisationProgress = z.object({
  more: z.boolean(),
  waiting: z.boolean(),
  counts: VectorisationCounts,
});
export type VectorisationProgress = z.infer<typeof VectorisationProgress>;
