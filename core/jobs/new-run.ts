import type { RunTrigger } from '#contracts/job-run.ts';
import type { JobRun, RunKey } from './job-run.ts';

/** A run that begins now. */
export const newRun = ({ job, runId }: RunKey, trigger: RunTrigger, now: Date): JobRun => ({
  job,
  runId,
  trigger,
  status: 'running',
  startedAt: now.toISOString(),
  finishedAt: undefined,
  counts: {},
  error: undefined,
  steps: [],
});

/** A run that does not take place: it came too late, or found too many others. */
export const unstartedRun = (key: RunKey, status: 'missed' | 'skipped', due: Date, now: Date): JobRun => ({
  ...newRun(key, 'schedule', due),
  status,
  finishedAt: now.toISOString(),
});
