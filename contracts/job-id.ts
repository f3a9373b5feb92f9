import * as z from 'zod';

/** The scheduled jobs of the product, a closed list. */
export const JobId = z.enum(['health_check']);
export type JobId = z.infer<typeof JobId>;

/** What people call each job. */
export const JOB_NAMES: Record<JobId, string> = { health_check: 'Health check' };
