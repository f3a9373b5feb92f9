import type { Generation } from './generation.ts';
import type { GenerationsState } from './generations-state.ts';

/** The state of an environment that never had a rebuild. */
export const firstState = (first: Generation): GenerationsState => ({
  revision: 1,
  change: 'first',
  live: first,
  building: undefined,
  retired: [],
  last: first.generation,
  lastRebuild: undefined,
});
