import { ScheduledStart } from '#contracts/job-task.ts';
import type { JobId } from '#contracts/job-id.ts';
import { LONG_JOBS } from '#core/jobs/long-jobs.ts';
import {
  type ScheduledOutcome,
  startScheduledRun,
  type StartScheduledRunDeps,
} from '#core/use-cases/start-scheduled-run.ts';
import { bind } from '#lambdas/shared/correlation.ts';
import { log } from '#lambdas/shared/log.ts';
import { measure } from '#lambdas/shared/measure.ts';
import { task } from '#lambdas/shared/task.ts';

/** Whether a run was wanted and did not take place: then the alarm rings. */
const isAmiss = (job: JobId, outcome: ScheduledOutcome): boolean =>
  outcome === 'missed' || (outcome === 'skipped' && !LONG_JOBS.has(job));

/** Starts the run of a job for the time that its schedule was due. */
export const createHandler = (deps: StartScheduledRunDeps) => {
  const start = startScheduledRun(deps);

  return task(ScheduledStart, async ({ job_id, scheduled_time }) => {
    bind({ job_id });
    const { run_id, outcome } = await start(job_id, new Date(scheduled_time));
    log('RUN_DECIDED', { run: run_id, outcome });
    measure('RunsNotStarted', isAmiss(job_id, outcome) ? 1 : 0, { job: job_id });
    return { run_id, outcome };
  });
};
