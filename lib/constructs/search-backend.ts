import type { Settings } from '#config/schema.ts';
import type { AppTable } from './app-table.ts';
import type { SearchCollection } from './search-collection.ts';

/** Where the search index lives. */
export type SearchBackend = {
  /**
   * `sqlite:<directory>`, or the address of an OpenSearch with how it is spoken to in the query string; its scheme
   * chooses the adapter.
   */
  readonly url: string;
  /** The model whose vectors the index holds; an index never mixes models. */
  readonly embedder: Settings['embedder'];
  /** Which generations of the index there are. */
  readonly generations: AppTable;
  /** How long a write, or an entry of a listing index, may take until everybody sees it. */
  readonly settleSeconds: number;
  /** Absent on a laptop. */
  readonly collection?: SearchCollection;
};
