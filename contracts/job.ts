import * as z from 'zod';
import { BreakerName } from './breaker.ts';
import { JobId } from './job-id.ts';

/** Path of everything that concerns one job; an id that no job has is `not_found`. */
export const JobPath = z.strictObject({ job_id: z.string().min(1).max(80) });

/**
 * Whether a job waits for its time, runs, waits for a person to resume it, is switched off by its environment, or waits
 * for its time while something that it needs does not answer.
 */
export const JobStatus = z.enum(['scheduled', 'running', 'paused', 'disabled', 'blocked']);
export type JobStatus = z.infer<typeof JobStatus>;

/** A job and how it has done; times are null before the first. */
export const JobView = z.object({
  name: z.string(),
  status: JobStatus,
  /** What it needs and what does not answer, whatever its status is; null while all does. */
  blocked_by: BreakerName.nullable(),
  /** When its schedule is next due; null while it is paused or disabled. */
  next_run: z.string().nullable(),
  last_run: z.string().nullable(),
  /** Runs that have ended; missed and skipped ones never began. */
  run_count: z.int(),
  error_count: z.int(),
  average_duration_ms: z.int().nullable(),
});
export type JobView = z.infer<typeof JobView>;

/** Answer of `GET /admin/jobs/status`. */
export const JobsStatus = z.object({
  /** `running` while at least one job will start by its schedule. */
  scheduler_status: z.enum(['running', 'paused']),
  total_jobs: z.int(),
  jobs: z.partialRecord(JobId, JobView),
});
export type JobsStatus = z.infer<typeof JobsStatus>;

/** Answer of `trigger`. */
export const TriggeredRun = z.object({
  run_id: z.string(),
  job_id: JobId,
  status: z.literal('running'),
});
export type TriggeredRun = z.infer<typeof TriggeredRun>;

/** Answer of `pause` and `resume`. */
export const SwitchedJob = z.object({ job_id: JobId, status: JobStatus });
export type SwitchedJob = z.infer<typeof SwitchedJob>;

const Duration = z.int().nullable();

/** Answer of `GET /admin/jobs/{job_id}/metrics`: the runs of the last 30 days, at most the newest thousand. */
export const JobMetrics = z.object({
  job_id: JobId,
  /** Runs that have ended. */
  runs: z.int(),
  succeeded: z.int(),
  failed: z.int(),
  missed: z.int(),
  skipped: z.int(),
  error_rate_percent: z.number(),
  duration_ms: z.object({ p50: Duration, p95: Duration, max: Duration }),
  /** What runs processed, by the time that they took; null where they count nothing. */
  throughput_per_second: z.number().nullable(),
  last_run: z.string().nullable(),
  last_success: z.string().nullable(),
});
export type JobMetrics = z.infer<typeof JobMetrics>;
