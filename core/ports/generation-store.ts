import type { GenerationsState } from '#core/generations/generations-state.ts';

/** Where it stands which generations of the index there are. Every implementation must pass test/contract/generation-store.contract.ts. */
export interface GenerationStore {
  /** The state as it is now, strongly read; undefined while nothing was ever indexed. */
  read(): Promise<GenerationsState | undefined>;
  /** Writes a state in the place of the one before, whose revision is one lower; false when another change was quicker. */
  write(state: GenerationsState): Promise<boolean>;
}
