import type { BreakerName } from '#contracts/breaker.ts';

/** When a breaker opens, for how long nobody asks, and what closes it. */
export type BreakerLimits = {
  /** Failures in a row that open it. */
  readonly failures: number;
  readonly openMilliseconds: number;
  /** Successes in a row that close it again. */
  readonly successes: number;
};

/** The limits of every breaker. */
export const BREAKER_LIMITS: Readonly<Record<BreakerName, BreakerLimits>> = {
  database: { failures: 2, openMilliseconds: 60_000, successes: 1 },
  vector_store: { failures: 3, openMilliseconds: 30_000, successes: 2 },
  external_api: { failures: 5, openMilliseconds: 120_000, successes: 3 },
  // Nothing probes it, and a run may have one draft only: the first that is written says that it works.
  article_writer: { failures: 5, openMilliseconds: 120_000, successes: 1 },
};
