import type { CaseMonitorStats } from '#contracts/case-monitor.ts';
import type { CaseCounts } from '#core/ports/case-counts.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { JobRuns } from '#core/ports/job-runs.ts';

export type ReadCaseMonitorDeps = {
  caseCounts: CaseCounts;
  /** Cases of a tenant in the index: all, or those created at `from` or later. */
  indexedCases: { count(tenant: string, from?: string): Promise<number> };
  runs: Pick<JobRuns, 'job'>;
  /** Whose case database is followed; undefined where none is. */
  sourceTenant: string | undefined;
  clock: Clock;
};

const DAY_MS = 24 * 60 * 60_000;

/** How many cases a tenant has, how far the index has come with them, and when the case database was last followed. */
export const readCaseMonitor =
  ({ caseCounts, indexedCases, runs, sourceTenant, clock }: ReadCaseMonitorDeps) =>
  async (tenant: string): Promise<CaseMonitorStats> => {
    const yesterday = new Date(clock.now().getTime() - DAY_MS).toISOString();
    const [total, indexed, created, job] = await Promise.all([
      caseCounts.count(tenant),
      indexedCases.count(tenant),
      indexedCases.count(tenant, yesterday),
      tenant === sourceTenant ? runs.job('case_sync') : undefined,
    ]);
    // What was deleted a moment ago may still be in the index.
    const processed = Math.min(total, indexed);
    return {
      total_cases: total,
      new_cases_24h: Math.min(processed, created),
      processed_cases: processed,
      unprocessed_cases: total - processed,
      processing_rate: total === 0 ? 0 : processed / total,
      last_sync: job?.lastSuccess ?? null,
    };
  };
