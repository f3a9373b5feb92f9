import type { BreakerName } from '#contracts/breaker.ts';
import type { BreakerState } from '#core/breakers/breaker-state.ts';

/** A breaker as all functions share it. */
export type BreakerRow = {
  readonly name: BreakerName;
  readonly state: BreakerState;
  /** The work that needs it was paused, and not resumed yet. */
  readonly paused: boolean;
  /** Counts the writes, from 1; 0 for a breaker that nobody has written. */
  readonly version: number;
};

/** Where breakers are shared. Every implementation must pass test/contract/breaker-store.contract.ts. */
export interface BreakerStore {
  /** The breaker as it is now (strongly read); closed, and of version 0, when nobody has written it. */
  find(name: BreakerName): Promise<BreakerRow>;
  /** Writes a breaker as the version after `row.version`, if that is still the stored one; tells whether it was. */
  write(row: BreakerRow): Promise<boolean>;
}
