import type { JobId } from '#contracts/job-id.ts';

/**
 * Jobs whose runs may last longer than their interval, at a first load or after an outage: that one is skipped
 * meanwhile is no news. A run that hangs ends by the time of its state machine, and that rings.
 */
export const LONG_JOBS: ReadonlySet<JobId> = new Set<JobId>([
  'case_sync',
  'vectorization',
  'knowledge_generation',
]);
