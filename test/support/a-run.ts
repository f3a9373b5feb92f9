import type { JobRun } from '#core/jobs/job-run.ts';

/** A run of the health check that began at half past four. */
export const aRun = (overrides: Partial<JobRun> = {}): JobRun => ({
  job: 'health_check',
  runId: 'health_check-20261122T043000Z',
  trigger: 'schedule',
  status: 'running',
  startedAt: '2026-11-22T04:30:00.000Z',
  finishedAt: undefined,
  counts: {},
  error: undefined,
  steps: [],
  ...overrides,
});
