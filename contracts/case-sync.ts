import * as z from 'zod';
import { SyncWish } from './case-monitor.ts';
import { RunTask } from './job-task.ts';
import { TenantId } from './principal.ts';

/** How a tenant's case database is followed. */
export const CaseSyncSettings = z.strictObject({
  tenant: TenantId,
  /** Rows read and handed over at a time. */
  batchSize: z.int().min(1).max(500),
  /** What was changed this long before the last look is looked at again, for transactions that ended late. */
  overlapSeconds: z.int().min(0).max(86_400),
  /** Statuses of a solved case, in lower case. */
  resolvedStatuses: z.array(z.string().min(1)).min(1),
  /** What a comparison of all ids may delete without being told to: this many, or this share of the cases from the source. */
  deletions: z.strictObject({ always: z.int().min(0), share: z.number().min(0).max(1) }),
});
export type CaseSyncSettings = z.infer<typeof CaseSyncSettings>;

/** Input of one call of the sync: the run that it is part of, the same for all its calls. */
export const SyncTask = RunTask.extend({
  scheduled_time: z.iso.datetime({ offset: true }),
  /** Whether to compare all ids as well; left out, the first run of each UTC day does. */
  sweep: z.boolean().optional(),
  /** The input of the run's execution: what a person asked for who began it. */
  wish: SyncWish.optional(),
});
export type SyncTask = z.infer<typeof SyncTask>;

/** What a run has done so far. */
export const SyncCounts = z.object({
  /** Cases that were read because something about them may have changed. */
  read: z.int(),
  /** Of these: as they were, new or changed and handed over as records of an import. */
  unchanged: z.int(),
  handed_over: z.int(),
  /** Imports that carry them. */
  imports: z.int(),
  deleted: z.int(),
  /** Solved before, open again. */
  reopened: z.int(),
  /** Records that their import refused or could not write, as far as is known. */
  rejected: z.int(),
  failed: z.int(),
  /** Products written or taken away. */
  products: z.int(),
});
export type SyncCounts = z.infer<typeof SyncCounts>;

/** Answer of one call: `more` while the run has not ended; `waiting` when it only waits for imports. */
export const SyncProgress = z.object({ more: z.boolean(), waiting: z.boolean(), counts: SyncCounts });
export type SyncProgress = z.infer<typeof SyncProgress>;
