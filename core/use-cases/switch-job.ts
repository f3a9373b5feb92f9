import type { SwitchedJob } from '#contracts/job.ts';
import type { JobBook } from '#core/jobs/job-settings.ts';
import { jobStatus } from '#core/jobs/job-status.ts';
import { knownJob } from '#core/jobs/known-job.ts';
import type { JobRuns } from '#core/ports/job-runs.ts';

export type SwitchJobDeps = { runs: JobRuns; jobs: JobBook };

/** Pauses or resumes the schedule of a job; what runs goes on. */
export const switchJob =
  ({ runs, jobs }: SwitchJobDeps) =>
  async (id: string, paused: boolean): Promise<SwitchedJob> => {
    const { job, settings } = knownJob(jobs, id);
    await runs.pause(job, paused);
    return { job_id: job, status: jobStatus(await runs.job(job), settings) };
  };
