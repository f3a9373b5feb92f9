import * as z from 'zod';
import { HealthStatus } from './health.ts';

/** What one health check found, part by part; counts of tenants are not among it. */
export const HealthResult = z.object({
  checked_at: z.string(),
  run_id: z.string(),
  status: HealthStatus,
  components: z.record(z.string(), HealthStatus),
});
export type HealthResult = z.infer<typeof HealthResult>;

const MOST_RESULTS = 200;

/** Query of `GET /health/history`. */
export const HealthHistoryQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'not a whole number')
    .transform(Number)
    .pipe(z.int().min(1).max(MOST_RESULTS))
    .default(MOST_RESULTS / 2)
    .meta({
      override: { type: 'integer', minimum: 1, maximum: MOST_RESULTS, default: 100, pattern: undefined },
    }),
});

/** Answer of `GET /health/history`, newest first; results are kept for 14 days. */
export const HealthHistory = z.object({ items: z.array(HealthResult) });
export type HealthHistory = z.infer<typeof HealthHistory>;
