import type { SearchGenerations } from '#core/ports/search-generations.ts';
import { type Breaker, type BreakerDeps, sharedBreaker } from './breaker.ts';
import { failsToo } from './fails-too.ts';

/**
 * The breaker of the index for work on a generation beside the one that is searched: it counts a failure only when the
 * searched one does not answer. What is wrong with another generation, with its model, or with the work itself says
 * nothing of that.
 */
export const searchedIndexBreaker = (
  deps: BreakerDeps,
  generations: Pick<SearchGenerations, 'live'>,
): Breaker =>
  sharedBreaker(deps, {
    name: 'vector_store',
    isOutage: async () => {
      const { index } = await generations.live();
      return failsToo(() => index.ping())();
    },
  });
