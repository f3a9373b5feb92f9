import { ScheduledStart } from '#contracts/job-task.ts';
import { startScheduledRun, type StartScheduledRunDeps } from '#core/use-cases/start-scheduled-run.ts';
import { bind } from '#lambdas/shared/correlation.ts';
import { log } from '#lambdas/shared/log.ts';
import { measure } from '#lambdas/shared/measure.ts';
import { task } from '#lambdas/shared/task.ts';

/** Outcomes that nobody wished for. */
const NOT_STARTED: ReadonlySet<string> = new Set(['missed', 'skipped']);

/** Starts the run of a job for the time that its schedule was due. */
export const createHandler = (deps: StartScheduledRunDeps) => {
  const start = startScheduledRun(deps);

  return task(ScheduledStart, async ({ job_id, scheduled_time }) => {
    bind({ job_id });
    const { run_id, outcome } = await start(job_id, new Date(scheduled_time));
    log('RUN_DECIDED', { run: run_id, outcome });
    measure('RunsNotStarted', NOT_STARTED.has(outcome) ? 1 : 0, { job: job_id });
    return { run_id, outcome };
  });
};
