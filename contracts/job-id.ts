import * as z from 'zod';

/** The scheduled jobs of the product, a closed list; `case_sync` only where a case database is followed. */
export const JobId = z.enum(['health_check', 'case_sync', 'vectorization', 'knowledge_generation']);
export type JobId = z.infer<typeof JobId>;

/** What people call each job. */
export const JOB_NAMES: Record<JobId, string> = {
  health_check: 'Health check',
  case_sync: 'Case sync',
  vectorization: 'Vectorization',
  knowledge_generation: 'Knowledge generation',
};
