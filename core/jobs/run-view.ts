import type { RunView } from '#contracts/job-run.ts';
import { durationOf, type JobRun } from './job-run.ts';
import { runLinks, type JobConsole } from './run-links.ts';

/** A run as the API answers it; without a console it links nothing. */
export const toRunView = (run: JobRun, console: JobConsole | undefined): RunView => ({
  run_id: run.runId,
  job_id: run.job,
  trigger: run.trigger,
  status: run.status,
  started_at: run.startedAt,
  finished_at: run.finishedAt ?? null,
  duration_ms: durationOf(run) ?? null,
  counts: run.counts,
  ...(run.error === undefined ? {} : { error: run.error }),
  steps: [...run.steps],
  // What never began has no execution.
  links:
    console === undefined || run.status === 'missed' || run.status === 'skipped'
      ? {}
      : runLinks(console, run),
});
