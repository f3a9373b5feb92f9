import type { FaultLog } from '#core/ports/fault-log.ts';
import type { HitMemory } from '#core/ports/hit-memory.ts';
import type { QueryEmbedder, QueryEmbedding } from '#core/ports/query-embedder.ts';
import type { IndexHits, IndexSearch, SearchIndex } from '#core/ports/search-index.ts';
import type { Fallback } from './fallback.ts';
import { IndexUnavailable } from './index-unavailable.ts';
import { saysSomethingToTheModel } from './says-something-to-the-model.ts';

export type FindHitsDeps = {
  index: SearchIndex;
  embedder: QueryEmbedder;
  hitMemory: HitMemory;
  faults: FaultLog;
};

/** A search by words, by meaning or by both, before the query is a vector. */
type HitSearch = Omit<IndexSearch, 'vector'> & {
  readonly query: string;
  readonly byMeaning: boolean;
  readonly fingerprint: string;
};

/** What was found, and what it was found without. */
export type FoundHits = {
  readonly hits: IndexHits;
  readonly vector: Float32Array | undefined;
  /** Whether the vector of the query was remembered. */
  readonly cached: boolean;
  readonly fallback: Fallback | undefined;
};

/**
 * Finds as much as answers: by words and meaning; by words alone where the model or the vectors fail; and what was
 * found of late where the whole index is silent. Throws IndexUnavailable when there is none of it.
 */
export const findHits = ({ index, embedder, hitMemory, faults }: FindHitsDeps) => {
  const embed = async ({
    tenant,
    query,
    byMeaning,
    text,
  }: HitSearch): Promise<QueryEmbedding | undefined> => {
    if (!byMeaning) return undefined;
    try {
      return await embedder.embedQuery(tenant, query);
    } catch (error) {
      if (text === undefined) throw error;
      faults.record('SEARCH_DEGRADED', { component: 'models', error });
      return undefined;
    }
  };

  const withoutVectors = async (search: IndexSearch, error: unknown): Promise<FoundHits> => {
    if (!(error instanceof IndexUnavailable) || error.part !== 'vectors' || search.text === undefined)
      throw error;
    faults.record('SEARCH_DEGRADED', { component: 'vector_store', error });
    const hits = await index.search({ ...search, vector: undefined });
    return { hits, vector: undefined, cached: false, fallback: 'keyword_search' };
  };

  const remembered = ({ tenant, fingerprint }: HitSearch, error: unknown): FoundHits => {
    const hits = error instanceof IndexUnavailable ? hitMemory.recall(tenant, fingerprint) : undefined;
    if (!hits) throw error;
    faults.record('SEARCH_DEGRADED', { component: 'vector_store', error });
    return { hits, vector: undefined, cached: false, fallback: 'cached' };
  };

  return async (search: HitSearch): Promise<FoundHits> => {
    const { query: _query, byMeaning, fingerprint, ...asked } = search;
    const embedding = await embed(search);
    const vector = embedding && saysSomethingToTheModel(embedding.vector) ? embedding.vector : undefined;
    const found = async (): Promise<FoundHits> => {
      const hits = await index.search({ ...asked, vector });
      if (byMeaning && !embedding) return { hits, vector, cached: false, fallback: 'keyword_search' };
      hitMemory.remember(search.tenant, fingerprint, hits);
      return { hits, vector, cached: embedding?.cached ?? false, fallback: undefined };
    };
    return found()
      .catch((error: unknown) => withoutVectors({ ...asked, vector }, error))
      .catch((error: unknown) => remembered(search, error));
  };
};
