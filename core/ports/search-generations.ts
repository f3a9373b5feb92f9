import type { IndexName } from '#core/search/index-name.ts';
import type { Embedder } from './embedder.ts';
import type { SearchIndex } from './search-index.ts';

/** One generation, opened: where its passages are, and the model that makes their vectors. The same object each time. */
export type SearchTarget = {
  readonly name: IndexName;
  readonly index: SearchIndex;
  readonly embedder: Embedder;
};

/** The generations of the index as this instance knows them: our own alias. */
export interface SearchGenerations {
  /** The one that is searched; known for a second at most, so that asking costs nothing. */
  live(): Promise<SearchTarget>;
  /** Those that every change goes to, as they are now, the one that is searched last. */
  written(): Promise<readonly SearchTarget[]>;
}
