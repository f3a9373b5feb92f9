import type { LaneKey, RebuildLane } from '#core/generations/rebuild-lane.ts';

/** Where it stands how far a rebuild is. Every implementation must pass test/contract/rebuild-lanes.contract.ts. */
export interface RebuildLanes {
  /** A lane as it is now, strongly read; undefined before its first step. */
  find(key: LaneKey): Promise<RebuildLane | undefined>;
  /** All lanes of a round that have begun. */
  round(generation: number, round: number): Promise<readonly RebuildLane[]>;
  /** Writes a lane whose steps were one fewer before; false when other work, by another name, has made the step. */
  write(lane: RebuildLane): Promise<boolean>;
}
