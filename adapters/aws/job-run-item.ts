import * as z from 'zod';
import { JobId } from '#contracts/job-id.ts';
import { RunCounts, RunStatus, RunStep, RunTrigger } from '#contracts/job-run.ts';
import type { JobRow, JobRun } from '#core/jobs/job-run.ts';
import { runKeptUntil, runKeyOf, runListKey, runListSort } from './job-keys.ts';

const RunItem = z.object({
  job: JobId,
  run_id: z.string(),
  run_trigger: RunTrigger,
  run_status: RunStatus,
  started_at: z.string(),
  finished_at: z.string().optional(),
  counts: RunCounts,
  run_error: z.string().optional(),
  /** By name. */
  steps: z.record(z.string(), RunStep),
});

/** The DynamoDB item of a run. */
export const toRunItem = (run: JobRun): Record<string, unknown> => ({
  ...runKeyOf(run),
  job: run.job,
  run_id: run.runId,
  run_trigger: run.trigger,
  run_status: run.status,
  started_at: run.startedAt,
  finished_at: run.finishedAt,
  counts: run.counts,
  run_error: run.error,
  steps: Object.fromEntries(run.steps.map((step) => [step.name, step])),
  list_key: runListKey(run.job),
  list_sort: runListSort(run.startedAt, run.runId),
  expires_at: runKeptUntil(run.startedAt),
});

/** The run of a DynamoDB item, its steps in the order in which they began. */
export const fromRunItem = (value: unknown): JobRun => {
  const item = RunItem.parse(value);
  return {
    job: item.job,
    runId: item.run_id,
    trigger: item.run_trigger,
    status: item.run_status,
    startedAt: item.started_at,
    finishedAt: item.finished_at,
    counts: item.counts,
    error: item.run_error,
    steps: Object.values(item.steps).toSorted((a, b) => (a.started_at < b.started_at ? -1 : 1)),
  };
};

const JobItem = z.object({
  paused: z.boolean().default(false),
  /** DynamoDB keeps no empty set. */
  active: z.set(z.string()).default(() => new Set<string>()),
  runs: z.int().default(0),
  errors: z.int().default(0),
  duration_ms: z.int().default(0),
  last_run: z.string().optional(),
  last_success: z.string().optional(),
});

/** The job of a DynamoDB item; a job that has none has done nothing. */
export const fromJobItem = (job: JobId, value: unknown): JobRow => {
  const item = JobItem.parse(value ?? {});
  return {
    job,
    paused: item.paused,
    active: [...item.active],
    runs: item.runs,
    errors: item.errors,
    durationMs: item.duration_ms,
    lastRun: item.last_run,
    lastSuccess: item.last_success,
  };
};
