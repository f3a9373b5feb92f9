import type { JobId } from '#contracts/job-id.ts';
import type { RunStep } from '#contracts/job-run.ts';
import type { JobRow, JobRun, RunEnd, RunKey } from '#core/jobs/job-run.ts';

/** A place in a job's list of runs: the one after which it goes on. */
export type RunPosition = { readonly startedAt: string; readonly runId: string };

/** A page of runs; `next` is absent on the last one. */
export type RunPage = { readonly runs: readonly JobRun[]; readonly next: RunPosition | undefined };

/** What became of a claim: it is yours, the run is there already, or as many run as may. */
export type RunClaim = 'mine' | 'taken' | 'full';

/** Jobs and their runs. Every implementation must pass test/contract/job-runs.contract.ts. */
export interface JobRuns {
  /** The job as it is now (strongly read); one that nobody has touched has no runs. */
  job(job: JobId): Promise<JobRow>;
  pause(job: JobId, paused: boolean): Promise<void>;
  /** Makes a run and takes one of `most` places, atomically. */
  claim(run: JobRun, most: number): Promise<RunClaim>;
  /** Keeps a run that does not take place, unless a run of its id is there. */
  note(run: JobRun): Promise<void>;
  /** The run as it is now (strongly read). */
  find(key: RunKey): Promise<JobRun | undefined>;
  /** Runs by time of their start, newest first, after `after`; a run may be a moment late here. */
  list(job: JobId, limit: number, after?: RunPosition): Promise<RunPage>;
  /** Notes how a step is; its last try counts. */
  step(key: RunKey, step: RunStep): Promise<void>;
  /** Ends a run that has not ended, frees its place and counts it, once; tells whether it did. */
  finish(key: RunKey, end: RunEnd): Promise<boolean>;
}
