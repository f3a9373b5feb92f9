import type { IndexName } from '#core/search/index-name.ts';

/** A generation of the index: everything that is searchable, by one model and one way of making passages. */
export type Generation = IndexName & {
  /** The setting behind the model, e.g. `static`. */
  readonly embedder: string;
  /** INDEX_VERSION of the code that began it. */
  readonly indexVersion: number;
  /** The setting that a person passed over when they chose this embedder; absent where it is that of the settings. */
  readonly insteadOf?: string | undefined;
};
