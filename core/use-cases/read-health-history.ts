import type { HealthHistory } from '#contracts/health-history.ts';
import type { HealthResults } from '#core/ports/health-results.ts';

export type ReadHealthHistoryDeps = { results: HealthResults };

/** What the last health checks found, newest first. */
export const readHealthHistory =
  ({ results }: ReadHealthHistoryDeps) =>
  async (limit: number): Promise<HealthHistory> => ({ items: [...(await results.latest(limit))] });
