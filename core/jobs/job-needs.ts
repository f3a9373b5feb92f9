import type { BreakerName } from '#contracts/breaker.ts';
import type { JobId } from '#contracts/job-id.ts';

/** What each job cannot work without: while the breaker of one is open, it fails at once or waits. */
export const JOB_NEEDS: Readonly<Record<JobId, readonly BreakerName[]>> = {
  health_check: [],
  case_sync: ['database'],
  // Grouping, checking and storing go on without the model that writes; it says of each draft that it could not be had.
  knowledge_generation: [],
  vectorization: ['vector_store', 'external_api'],
};
