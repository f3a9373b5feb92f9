import type { ListPosition } from './record-store.ts';

/** Some ids of a lane, and when each was last changed; `next` is where to go on, absent at the end. A page may be short. */
export type WalkPage = {
  readonly ids: readonly string[];
  readonly positions: readonly ListPosition[];
  readonly next: string | undefined;
};

/**
 * A way past all living records of one kind, newest change first, in lanes that share no record. A record that changes
 * on the way may be passed again or not at all. Every implementation must pass test/contract/record-walk.contract.ts.
 */
export interface RecordWalk {
  /** Number of living records of a tenant in a lane, 0 ≤ `lane` < RECORD_LANES. */
  count(tenant: string, lane: number): Promise<number>;
  page(tenant: string, lane: number, limit: number, after?: string): Promise<WalkPage>;
}

/** Lanes of every walk: the shards of the listing index. */
export const RECORD_LANES = 4;
