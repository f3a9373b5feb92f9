import type { Settings } from '#config/schema.ts';
import type { SearchCollection } from './search-collection.ts';

/** Where the search index lives. */
export type SearchBackend = {
  /** `sqlite:<directory>` or the collection's HTTPS endpoint; its scheme chooses the adapter. */
  readonly url: string;
  /** Whose vectors the index holds; an index never mixes models. */
  readonly embedder: Settings['embedder'];
  /** Absent on a laptop. */
  readonly collection?: SearchCollection;
};
