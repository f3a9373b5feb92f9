import type { JobId } from '#contracts/job-id.ts';
import type { RunCounts, RunStatus, RunStep, RunTrigger } from '#contracts/job-run.ts';

/** Names a run; jobs belong to the environment, so no tenant is in it. */
export type RunKey = { readonly job: JobId; readonly runId: string };

/** A run as it is kept; times are ISO 8601 in UTC. */
export type JobRun = RunKey & {
  readonly trigger: RunTrigger;
  readonly status: RunStatus;
  readonly startedAt: string;
  readonly finishedAt: string | undefined;
  readonly counts: RunCounts;
  readonly error: string | undefined;
  /** By name; a try that is repeated replaces the one before. */
  readonly steps: readonly RunStep[];
};

/** How a run has ended. */
export type RunEnd = {
  readonly status: Exclude<RunStatus, 'running' | 'missed' | 'skipped'>;
  readonly finishedAt: string;
  readonly counts: RunCounts;
  readonly error: string | undefined;
};

/** A job as it is kept: who runs, and what has been. */
export type JobRow = {
  readonly job: JobId;
  readonly paused: boolean;
  /** Ids of the runs that have not ended. */
  readonly active: readonly string[];
  readonly runs: number;
  readonly errors: number;
  /** Sum over all runs that have ended. */
  readonly durationMs: number;
  readonly lastRun: string | undefined;
  readonly lastSuccess: string | undefined;
};

/** The time that a run took, ms; undefined while it runs. */
export const durationOf = ({ startedAt, finishedAt }: JobRun): number | undefined =>
  finishedAt === undefined ? undefined : Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt));
