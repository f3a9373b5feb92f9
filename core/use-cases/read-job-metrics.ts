import type { JobMetrics } from '#contracts/job.ts';
import type { JobRun } from '#core/jobs/job-run.ts';
import type { JobBook } from '#core/jobs/job-settings.ts';
import { jobStats } from '#core/jobs/job-stats.ts';
import { knownJob } from '#core/jobs/known-job.ts';
import { settleRuns, type SettleRunsDeps } from '#core/jobs/settle-runs.ts';
import type { RunPosition } from '#core/ports/job-runs.ts';

/** Runs that are looked at, newest first. */
const MOST_RUNS = 1_000;
const PAGE = 200;

export type ReadJobMetricsDeps = SettleRunsDeps & { jobs: JobBook };

/** How the runs of a job do: counts, rates and durations of those that are kept. */
export const readJobMetrics = (deps: ReadJobMetricsDeps) => {
  const { runs, jobs } = deps;
  const settle = settleRuns(deps);

  return async (id: string): Promise<JobMetrics> => {
    const { job } = knownJob(jobs, id);
    const row = await settle(await runs.job(job));
    const found: JobRun[] = [];
    let after: RunPosition | undefined;
    do {
      const page = await runs.list(job, PAGE, after);
      found.push(...page.runs);
      after = page.next;
    } while (after && found.length < MOST_RUNS);
    return {
      job_id: job,
      ...jobStats(found),
      last_run: row.lastRun ?? null,
      last_success: row.lastSuccess ?? null,
    };
  };
};
