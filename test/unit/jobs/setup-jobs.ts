import type { JobSettings } from '#core/jobs/job-settings.ts';
import { countedIds } from '#test/support/counted-ids.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { memoryBreakerStore } from '#test/support/memory-breaker-store.ts';
import { memoryJobRuns } from '#test/support/memory-job-runs.ts';
import { memoryStateMachines } from '#test/support/memory-state-machines.ts';

/** When the health check is due. */
export const DUE = new Date('2026-11-22T04:30:00.000Z');
export const JOB = 'health_check';

/** What use cases of jobs need, over twins, a second after the health check was due. */
export const setupJobs = (settings: Partial<JobSettings> = {}) => ({
  runs: memoryJobRuns(),
  machines: memoryStateMachines(),
  clock: fixedClock('2026-11-22T04:30:01.000Z'),
  ids: countedIds(),
  jobs: {
    [JOB]: {
      everyMinutes: 15,
      timeZone: 'UTC',
      graceSeconds: 30,
      mostInstances: 1,
      enabled: true,
      ...settings,
    },
  },
  breakers: memoryBreakerStore(),
  sourceTenant: 'demo',
  consoles: { [JOB]: undefined },
});
