import type { Embedder } from '#core/ports/embedder.ts';
import type { QueryEmbedder } from '#core/ports/query-embedder.ts';
import type { SearchGenerations } from '#core/ports/search-generations.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import { onLiveTarget, type QueryTarget } from '#core/search/on-live-target.ts';

type Wraps = {
  readonly index: (index: SearchIndex) => SearchIndex;
  readonly embedder: (embedder: Embedder) => QueryEmbedder;
};

/** Index and query embedder of the generation that is searched, wrapped once for each. */
export const liveQueryTarget = (generations: SearchGenerations, wraps: Wraps): (() => Promise<QueryTarget>) =>
  onLiveTarget(
    () => generations.live(),
    ({ index, embedder }) => ({
      index: wraps.index(index),
      embedder: wraps.embedder(embedder),
    }),
  );
