import { SyncTask } from '#contracts/case-sync.ts';
import type { SyncDeps } from '#core/sync/sync-deps.ts';
import type { TakePartDeps } from '#core/use-cases/take-part.ts';
import { syncCases } from '#core/use-cases/sync-cases.ts';
import { jobPart } from '#lambdas/shared/job-part.ts';
import { log } from '#lambdas/shared/log.ts';
import { measure } from '#lambdas/shared/measure.ts';

/** Follows the case database: one part of a run for each call, until the answer says that there is no more. */
export const createHandler = (deps: SyncDeps & TakePartDeps) => {
  const sync = syncCases(deps);
  return jobPart(deps)(SyncTask, 'Sync', async (input, deadline) => {
    const progress = await sync(input, deadline);
    const { more, waiting, counts } = progress;
    log('CASE_SYNC_PROGRESSED', { more, waiting, counts });
    // Counts are those of the run so far: only its end adds them up.
    if (!more) measure('CasesSynced', counts.handed_over + counts.deleted);
    if (!more) measure('CasesReopened', counts.reopened);
    return progress;
  });
};
