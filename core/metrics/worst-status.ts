import type { HealthStatus } from '#contracts/health.ts';

/** How a whole is: as its worst part. */
export const worstStatus = (statuses: readonly HealthStatus[]): HealthStatus =>
  (['unhealthy', 'degraded'] as const).find((status) => statuses.includes(status)) ?? 'healthy';
