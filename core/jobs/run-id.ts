import type { JobId } from '#contracts/job-id.ts';

/** The id of the run that a schedule starts, e.g. `health_check-20261122T043000Z`: the same however often it fires. */
export const scheduledRunId = (job: JobId, scheduled: Date): string =>
  `${job}-${scheduled
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d{3}/, '')}`;

/** The id of a run that a person starts. */
export const manualRunId = (job: JobId, ulid: string): string => `${job}-manual-${ulid}`;

/** The id of a run that is started because enough has come together; `what` says what, in letters and digits. */
export const thresholdRunId = (job: JobId, what: string): string => `${job}-threshold-${what}`;
