import type { BreakerName } from '#contracts/breaker.ts';
import { JOB_NAMES, JobId } from '#contracts/job-id.ts';
import type { JobsStatus, JobView } from '#contracts/job.ts';
import type { JobRow } from '#core/jobs/job-run.ts';
import type { JobBook, JobSettings } from '#core/jobs/job-settings.ts';
import { JOB_NEEDS } from '#core/jobs/job-needs.ts';
import { isScheduled, jobStatus } from '#core/jobs/job-status.ts';
import { nextDue } from '#core/jobs/next-due.ts';
import type { BreakerStore } from '#core/ports/breaker-store.ts';
import { settleRuns, type SettleRunsDeps } from '#core/jobs/settle-runs.ts';

export type ReadJobsStatusDeps = SettleRunsDeps & { jobs: JobBook; breakers: Pick<BreakerStore, 'find'> };

/** Every job of the environment: how it is, when it ran and runs, and how its runs ended. */
export const readJobsStatus = (deps: ReadJobsStatusDeps) => {
  const { runs, jobs, breakers, clock } = deps;
  const settle = settleRuns(deps);

  /** The first of what a job needs that does not answer. */
  const blockedBy = async (job: JobId): Promise<BreakerName | undefined> => {
    const needed = await Promise.all(JOB_NEEDS[job].map((name) => breakers.find(name)));
    return needed.find(({ state }) => state.phase !== 'closed')?.name;
  };

  return async (): Promise<JobsStatus> => {
    const here = JobId.options.flatMap((job) => {
      const settings = jobs[job];
      return settings === undefined ? [] : [{ job, settings }];
    });
    const found = await Promise.all(
      here.map(async ({ job, settings }) => ({
        row: await settle(await runs.job(job)),
        settings,
        blocked: await blockedBy(job),
      })),
    );
    const now = clock.now();
    return {
      scheduler_status: found.some(({ row, settings }) => isScheduled(row, settings)) ? 'running' : 'paused',
      total_jobs: found.length,
      jobs: Object.fromEntries(found.map((one) => [one.row.job, view(one, now)])),
    };
  };
};

type Found = {
  readonly row: JobRow;
  readonly settings: JobSettings;
  readonly blocked: BreakerName | undefined;
};

const view = ({ row, settings, blocked }: Found, now: Date): JobView => ({
  name: JOB_NAMES[row.job],
  status: jobStatus(row, settings, blocked),
  blocked_by: blocked ?? null,
  next_run: isScheduled(row, settings) ? nextDue(settings, now).toISOString() : null,
  last_run: row.lastRun ?? null,
  run_count: row.runs,
  error_count: row.errors,
  average_duration_ms: row.runs === 0 ? null : Math.round(row.durationMs / row.runs),
});
