import type { SyncWish } from '#contracts/case-monitor.ts';
import type { TriggeredRun } from '#contracts/job.ts';
import { DomainError } from '#core/domain-error.ts';
import { triggerJob, type TriggerJobDeps } from './trigger-job.ts';

export type SyncCaseSourceDeps = TriggerJobDeps & {
  /** Whose case database is followed; undefined where none is. */
  sourceTenant: string | undefined;
};

/** Follows the caller's case database now, refused while a run does so already. */
export const syncCaseSource = (deps: SyncCaseSourceDeps) => {
  const trigger = triggerJob(deps);
  return async (tenant: string, wish: SyncWish): Promise<TriggeredRun> => {
    if (deps.sourceTenant !== tenant || deps.jobs.case_sync === undefined)
      throw new DomainError('not_found', 'no case database is configured');
    return trigger('case_sync', wish);
  };
};
