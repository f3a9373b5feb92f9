import type { JobId } from '#contracts/job-id.ts';

/** How a job is run in an environment. */
export type JobSettings = {
  /** The schedule is due at each whole multiple of this, counted from midnight of its zone. */
  readonly everyMinutes: number;
  /** IANA name, e.g. `Europe/Berlin`. */
  readonly timeZone: string;
  /** A start that comes later than this is missed. */
  readonly graceSeconds: number;
  /** Runs at once. */
  readonly mostInstances: number;
  /** Whether the schedule exists at all; a person may still trigger the job. */
  readonly enabled: boolean;
};

/** The settings of every job that the environment has. */
export type JobBook = Readonly<Partial<Record<JobId, JobSettings>>>;
