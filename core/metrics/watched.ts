/** What the metrics are about: the functions and queues of an environment, by the names that operators use. */
export type Watched = {
  /** Functions that serve requests or work off queues. */
  readonly functions: readonly string[];
  /** Queues that are worked off; each has its dead letters. */
  readonly queues: readonly string[];
  /** Queues that only keep what failed. */
  readonly deadEnds: readonly string[];
};

/** Functions that turn the texts of records into vectors. */
export const PROJECTORS = ['project-changes', 'repair-projection'] as const;

/** The function that turns queries into vectors, and remembers them. */
export const SEARCHER = 'search';

/** The function that writes records of imports. */
export const WRITER = 'write-segment';
