import * as z from 'zod';

/** When knowledge is made before its schedule is due. */
export const EarlyRuns = z.strictObject({
  /** Newly solved cases of a tenant and category that start a run. */
  cases: z.int().min(1).max(1_000),
  /** Minutes after a grouping in which the schedule is early enough. */
  quietMinutes: z.int().min(0).max(1_440),
});
export type EarlyRuns = z.infer<typeof EarlyRuns>;
