import type { SearchGenerations } from '#core/ports/search-generations.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';

/** What can be asked of the index without a model. */
export type IndexReaders = Pick<SearchIndex, 'versions' | 'list' | 'count' | 'ping'>;

/** The index that is searched, whichever generation that is at each call. */
export const liveSearchIndex = (generations: Pick<SearchGenerations, 'live'>): IndexReaders => {
  const index = async () => (await generations.live()).index;
  return {
    versions: async (...asked) => (await index()).versions(...asked),
    list: async (...asked) => (await index()).list(...asked),
    count: async (...asked) => (await index()).count(...asked),
    ping: async () => (await index()).ping(),
  };
};
