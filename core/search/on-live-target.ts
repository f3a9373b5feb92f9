import type { QueryEmbedder } from '#core/ports/query-embedder.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';

/** Index and model of one generation, as a search needs them: vectors of one are never compared with those of another. */
export type QueryTarget = { readonly index: SearchIndex; readonly embedder: QueryEmbedder };

/** Makes what works on one generation once for each that becomes live; a request keeps the one it began with. */
export const onLiveTarget = <Target extends object, Made>(
  live: () => Promise<Target>,
  make: (target: Target) => Made,
): (() => Promise<Made>) => {
  const made = new WeakMap<Target, { readonly value: Made }>();
  return async () => {
    const target = await live();
    const known = made.get(target) ?? { value: make(target) };
    made.set(target, known);
    return known.value;
  };
};
