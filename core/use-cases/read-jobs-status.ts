import { JOB_NAMES, JobId } from '#contracts/job-id.ts';
import type { JobsStatus, JobView } from '#contracts/job.ts';
import type { JobRow } from '#core/jobs/job-run.ts';
import type { JobBook, JobSettings } from '#core/jobs/job-settings.ts';
import { isScheduled, jobStatus } from '#core/jobs/job-status.ts';
import { nextDue } from '#core/jobs/next-due.ts';
import { settleRuns, type SettleRunsDeps } from '#core/jobs/settle-runs.ts';

export type ReadJobsStatusDeps = SettleRunsDeps & { jobs: JobBook };

/** Every job of the environment: how it is, when it ran and runs, and how its runs ended. */
export const readJobsStatus = (deps: ReadJobsStatusDeps) => {
  const { runs, jobs, clock } = deps;
  const settle = settleRuns(deps);

  return async (): Promise<JobsStatus> => {
    const here = JobId.options.flatMap((job) => {
      const settings = jobs[job];
      return settings === undefined ? [] : [{ job, settings }];
    });
    const found = await Promise.all(
      here.map(async ({ job, settings }) => ({ row: await settle(await runs.job(job)), settings })),
    );
    const now = clock.now();
    return {
      scheduler_status: found.some(({ row, settings }) => isScheduled(row, settings)) ? 'running' : 'paused',
      total_jobs: found.length,
      jobs: Object.fromEntries(found.map(({ row, settings }) => [row.job, view(row, settings, now)])),
    };
  };
};

const view = (row: JobRow, settings: JobSettings, now: Date): JobView => ({
  name: JOB_NAMES[row.job],
  status: jobStatus(row, settings),
  next_run: isScheduled(row, settings) ? nextDue(settings, now).toISOString() : null,
  last_run: row.lastRun ?? null,
  run_count: row.runs,
  error_count: row.errors,
  average_duration_ms: row.runs === 0 ? null : Math.round(row.durationMs / row.runs),
});
