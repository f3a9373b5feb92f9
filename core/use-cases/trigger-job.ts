import type { TriggeredRun } from '#contracts/job.ts';
import { DomainError } from '#core/domain-error.ts';
import type { JobBook } from '#core/jobs/job-settings.ts';
import { knownJob } from '#core/jobs/known-job.ts';
import { newRun } from '#core/jobs/new-run.ts';
import { manualRunId } from '#core/jobs/run-id.ts';
import { settleRuns, type SettleRunsDeps } from '#core/jobs/settle-runs.ts';
import type { RunWish } from '#core/ports/state-machines.ts';
import type { Ids } from '#core/ports/ids.ts';

export type TriggerJobDeps = SettleRunsDeps & { jobs: JobBook; ids: Ids };

/** Runs a job now, refused while as many run as may. */
export const triggerJob = (deps: TriggerJobDeps) => {
  const { runs, machines, jobs, ids, clock } = deps;
  const settle = settleRuns(deps);

  return async (id: string, wish?: RunWish): Promise<TriggeredRun> => {
    const { job, settings } = knownJob(jobs, id);
    await settle(await runs.job(job));
    const key = { job, runId: manualRunId(job, ids.next()) };
    const claim = await runs.claim(newRun(key, 'manual', clock.now()), settings.mostInstances);
    if (claim !== 'mine') throw new DomainError('conflict', `${job} is running`);
    await machines.start(key, wish);
    return { run_id: key.runId, job_id: job, status: 'running' };
  };
};
