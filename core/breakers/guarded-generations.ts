import type { SearchGenerations, SearchTarget } from '#core/ports/search-generations.ts';
import type { BreakerDeps } from './breaker.ts';
import { guardedEmbedder } from './guarded-embedder.ts';
import { guardedSearchIndex } from './guarded-search-index.ts';

/**
 * Generations of which the searched one goes through the breakers. Those beside it do without: what is wrong with a
 * generation that is being built, or with its model, must not pause the work that keeps search up to date.
 */
export const guardedGenerations = (deps: BreakerDeps, generations: SearchGenerations): SearchGenerations => {
  const made = new WeakMap<SearchTarget, SearchTarget>();
  const guarded = (target: SearchTarget): SearchTarget => {
    const known = made.get(target);
    if (known) return known;
    const { name, index, embedder } = target;
    const guard = {
      name,
      index: guardedSearchIndex(deps, index),
      embedder: guardedEmbedder(deps, embedder),
    };
    made.set(target, guard);
    return guard;
  };

  return {
    live: async () => guarded(await generations.live()),
    async written() {
      const targets = await generations.written();
      return targets.map((target, n) => (n === targets.length - 1 ? guarded(target) : target));
    },
  };
};
