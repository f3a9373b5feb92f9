import * as z from 'zod';

/** Answer of the question whether the service can work now, part by part. */
export const Readiness = z.object({
  status: z.enum(['ready', 'not_ready']),
  timestamp: z.string(),
  components: z.record(z.string(), z.object({ status: z.enum(['healthy', 'unhealthy']) })),
});
