import type { RunView } from '#contracts/job-run.ts';
import type { JobBook } from '#core/jobs/job-settings.ts';
import { knownJob } from '#core/jobs/known-job.ts';
import type { JobConsole } from '#core/jobs/run-links.ts';
import { toRunView } from '#core/jobs/run-view.ts';
import { settleRuns, type SettleRunsDeps } from '#core/jobs/settle-runs.ts';
import type { RunPosition } from '#core/ports/job-runs.ts';
import type { JobId } from '#contracts/job-id.ts';

export type ListRunsDeps = SettleRunsDeps & {
  jobs: JobBook;
  /** Where the AWS console shows each job; undefined on a laptop. */
  consoles: Readonly<Partial<Record<JobId, JobConsole | undefined>>>;
};

/** A page of a job's runs, newest first. */
export const listRuns = (deps: ListRunsDeps) => {
  const { runs, jobs, consoles } = deps;
  const settle = settleRuns(deps);

  return async (
    id: string,
    limit: number,
    after?: RunPosition,
  ): Promise<{ readonly items: readonly RunView[]; readonly next: RunPosition | undefined }> => {
    const { job } = knownJob(jobs, id);
    await settle(await runs.job(job));
    const { runs: found, next } = await runs.list(job, limit, after);
    return { items: found.map((run) => toRunView(run, consoles[job])), next };
  };
};
