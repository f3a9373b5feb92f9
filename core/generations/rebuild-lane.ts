import type { RecordKind } from '#contracts/record-key.ts';

/** Names a lane of one round of a rebuild. */
export type LaneKey = { readonly generation: number; readonly round: number; readonly lane: number };

/** Where a lane stands among tenants, kinds and pages; absent parts are before the first. */
export type LanePlace = {
  readonly step: 'count' | 'walk' | 'done';
  /** The tenant it is at, or, without a kind, the last one that it has finished. */
  readonly tenant?: string | undefined;
  readonly kind?: RecordKind | undefined;
  readonly after?: string | undefined;
};

/** How far a lane is. */
export type RebuildLane = LaneKey & {
  readonly place: LanePlace;
  /** Counts the steps of this lane: of two workers that take the same one, one loses. */
  readonly steps: number;
  /** Names the work that made the last step: who is not told whether its step stood finds it here. */
  readonly by: string;
  /** Records in this lane, as counted before it began to walk. */
  readonly total: number;
  readonly done: number;
  /** Passages that were not as their rows, though these had not changed since the rebuild began. */
  readonly stale: number;
  /** The fault at which the last try failed, by name; absent after a step that went well. */
  readonly fault?: string | undefined;
};
