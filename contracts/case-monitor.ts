import * as z from 'zod';

/** Answer of `GET /admin/case-monitor/stats`: the caller's cases, and how far the index has come with them; at most 10 s old. */
export const CaseMonitorStats = z.object({
  total_cases: z.int(),
  /** Cases that were created in the last 24 hours, of those in the index. */
  new_cases_24h: z.int(),
  /** Cases that search finds, and those that it does not find yet; together all. */
  processed_cases: z.int(),
  unprocessed_cases: z.int(),
  /** Share of the cases that search finds, 0 to 1; 0 where there are none. */
  processing_rate: z.number(),
  /** When the last successful sync of the case database began; null before the first, and where none is followed for the caller. */
  last_sync: z.string().nullable(),
});
export type CaseMonitorStats = z.infer<typeof CaseMonitorStats>;

/** What a person may ask of one run of the case sync, beside its work. */
export const SyncWish = z.object({
  /** Compare all ids as well, as the first run of a day does. */
  full: z.boolean().optional(),
  /** Delete however many cases the source lacks. */
  allow_deletions: z.boolean().optional(),
});
export type SyncWish = z.infer<typeof SyncWish>;

/** The body of a request to sync now. */
export const NewCaseSync = z
  .strictObject(SyncWish.shape)
  .refine(({ full, allow_deletions: allowed }) => full === true || allowed !== true, {
    path: ['allow_deletions'],
    error: 'goes with full only: it is the comparison of all ids that deletes',
  });
