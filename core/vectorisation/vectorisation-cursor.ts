import type { VectorisationCounts } from '#contracts/vectorisation.ts';

/** Where a run is among tenants and the stretches of each; all parts absent: before the first tenant. */
export type VectorisationPlace = {
  /** The tenant it is at, or, without a stretch, the last one that it has finished. */
  readonly tenant?: string | undefined;
  /** Number of the stretch, from 0. */
  readonly stretch?: number | undefined;
  /** The place in the stretch after which it goes on. */
  readonly after?: string | undefined;
  /** Records of the kind it is at that had their passage. */
  readonly right?: number | undefined;
};

/** How far the vectorization is; one row for the environment, written after what it tells of. */
export type VectorisationCursor = {
  /** Counts the writes of this row, from 1. */
  readonly version: number;
  readonly runId: string;
  /** When the run began, ISO 8601 UTC. */
  readonly startedAt: string;
  /** First it looks whether the whole index must be made anew, then it goes through what is there. */
  readonly phase: 'model' | 'walk' | 'done';
  readonly place: VectorisationPlace;
  readonly counts: VectorisationCounts;
};

/** A run that has done nothing yet. */
export const NOTHING_DONE: VectorisationCounts = {
  processed: 0,
  embedded: 0,
  removed: 0,
  rebuilds: 0,
  failed: 0,
};
