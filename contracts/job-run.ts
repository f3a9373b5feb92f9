import * as z from 'zod';
import { JobId } from './job-id.ts';
import { page, pageQuery } from './page.ts';

/** What began a run. */
export const RunTrigger = z.enum(['schedule', 'manual', 'threshold']);
export type RunTrigger = z.infer<typeof RunTrigger>;

/** Where a run is, or how it ended; `missed` came too late to run, `skipped` found too many that ran. */
export const RunStatus = z.enum([
  'running',
  'succeeded',
  'failed',
  'timed_out',
  'aborted',
  'missed',
  'skipped',
]);
export type RunStatus = z.infer<typeof RunStatus>;

/** Numbers that a job counts, by name; `processed` is what its throughput is made of. */
export const RunCounts = z.record(z.string(), z.number());
export type RunCounts = z.infer<typeof RunCounts>;

/** One step of a run; its last try counts. */
export const RunStep = z.object({
  name: z.string(),
  status: z.enum(['running', 'succeeded', 'failed']),
  started_at: z.string(),
  duration_ms: z.int().nullable(),
  error: z.string().optional(),
});
export type RunStep = z.infer<typeof RunStep>;

/** A run as the API answers it; what has not happened yet is null. */
export const RunView = z.object({
  run_id: z.string(),
  job_id: JobId,
  trigger: RunTrigger,
  status: RunStatus,
  started_at: z.string(),
  finished_at: z.string().nullable(),
  duration_ms: z.int().nullable(),
  counts: RunCounts,
  error: z.string().optional(),
  steps: z.array(RunStep),
  /** Pages of the AWS console about this run; a laptop has none. */
  links: z.object({ execution: z.string().optional(), logs: z.string().optional() }),
});
export type RunView = z.infer<typeof RunView>;

/** Query of `GET /admin/jobs/{job_id}/runs`. */
export const RunListQuery = z.strictObject(pageQuery);

/** A page of runs, newest first. */
export const RunPageView = page(RunView);
