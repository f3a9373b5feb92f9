import type { BreakerName } from '#contracts/breaker.ts';
import type { JobStatus } from '#contracts/job.ts';
import type { JobRow } from './job-run.ts';
import type { JobSettings } from './job-settings.ts';

/** How a job is: what runs is running, whatever its schedule does. */
export const jobStatus = (
  { paused, active }: JobRow,
  { enabled }: JobSettings,
  blockedBy?: BreakerName,
): JobStatus => {
  if (active.length > 0) return 'running';
  if (!enabled) return 'disabled';
  if (paused) return 'paused';
  return blockedBy === undefined ? 'scheduled' : 'blocked';
};

/** Whether the schedule of a job starts anything. */
export const isScheduled = ({ paused }: JobRow, { enabled }: JobSettings): boolean => enabled && !paused;
