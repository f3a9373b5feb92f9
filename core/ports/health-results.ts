import type { HealthResult } from '#contracts/health-history.ts';

/** What health checks found, kept for 14 days. Every implementation must pass test/contract/health-results.contract.ts. */
export interface HealthResults {
  /** Keeps a result; the same one again changes nothing. */
  add(result: HealthResult): Promise<void>;
  /** The last results, newest first. */
  latest(limit: number): Promise<readonly HealthResult[]>;
}
