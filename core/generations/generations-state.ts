import type { Generation } from './generation.ts';

/** A generation that is filled while another one is searched. All times are ISO 8601 UTC. */
export type BuildingGeneration = Generation & {
  readonly startedAt: string;
  /** 0 before the first look at the rows, 1 while they are copied, from 2 on while they are compared. */
  readonly round: number;
  readonly roundStartedAt: string;
};

/** A generation that was left: changes still go to it for a while, then it is dropped. */
export type RetiredGeneration = Generation & { readonly writtenUntil: string };

/** How a rebuild ended; `not_clean`: round after round found passages that were not as their rows. */
export type RebuildOutcome = {
  readonly generation: number;
  readonly outcome: 'completed' | 'cancelled' | 'not_clean';
  readonly startedAt: string;
  readonly finishedAt: string;
};

/** Which generations there are: the alias by which everybody finds the index. */
export type GenerationsState = {
  /** Counts the changes of this state, from 1. */
  readonly revision: number;
  /** Names the change that led here: who is not told whether its change stood finds it here. */
  readonly change: string;
  /** The one that is searched. */
  readonly live: Generation;
  readonly building: BuildingGeneration | undefined;
  readonly retired: readonly RetiredGeneration[];
  /** The highest number that a generation ever had. */
  readonly last: number;
  readonly lastRebuild: RebuildOutcome | undefined;
};
