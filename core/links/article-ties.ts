/** What an article has to do with others, kept apart from it. */
export type ArticleTies = {
  /** Raised with every write, from 1. */
  readonly revision: number;
  /** Cases that it rests on, rising: what the ties of these cases say. */
  readonly cites: readonly string[];
  /** Hash of what it said when it was last compared with other articles. */
  readonly compared: string | undefined;
  /** Duplicates and contradictions that a person was told of, so that nobody is told twice. */
  readonly told: readonly string[];
};

/** Those of an article that nobody has followed yet. */
export const NO_TIES: ArticleTies = { revision: 0, cites: [], compared: undefined, told: [] };
