import type { Role } from '#contracts/role.ts';
import type { HybridSearch, SearchAnswer } from '#contracts/search.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { Ids } from '#core/ports/ids.ts';
import type { QueryEmbedder, QueryEmbedding } from '#core/ports/query-embedder.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import { currentRecords, type CurrentRecordsDeps } from '#core/projection/current-records.ts';
import { armWeights } from '#core/search/arm-weights.ts';
import { fuse } from '#core/search/fuse.ts';
import { saysSomethingToTheModel } from '#core/search/says-something-to-the-model.ts';
import { readSearchCursor, searchFingerprint, writeSearchCursor } from '#core/search/search-cursor.ts';
import { CANDIDATES } from '#core/search/search-limits.ts';
import { searchResults } from '#core/search/search-results.ts';
import { visiblePage } from '#core/search/visible-page.ts';
import { wantedFilters, wantedKinds } from '#core/search/wanted-filters.ts';

export type SearchHybridDeps = CurrentRecordsDeps & {
  index: SearchIndex;
  embedder: QueryEmbedder;
  hasher: Hasher;
  clock: Clock;
  ids: Ids;
};

/** Searches by words and by meaning, fused; every hit is checked against its row before it is shown. */
export const searchHybrid = ({ index, embedder, hasher, clock, ids, ...stores }: SearchHybridDeps) => {
  const records = currentRecords(stores);
  return async (
    tenant: string,
    request: HybridSearch,
    roles: readonly Role[] = [],
  ): Promise<SearchAnswer> => {
    const started = clock.now().getTime();
    const { limit, cursor, explain, query, ...rest } = request;
    const types = wantedKinds(rest.types, rest.filters);
    const weights = armWeights(rest.weights);
    const filters = wantedFilters(rest.filters, roles);
    const fingerprint = searchFingerprint(hasher, tenant, { query, types, weights, filters });
    const offset = readSearchCursor(fingerprint, cursor);

    const embedding: QueryEmbedding | undefined =
      weights.vector > 0 ? await embedder.embedQuery(tenant, query) : undefined;
    const asked = {
      tenant,
      text: weights.keyword > 0 ? query : undefined,
      vector: embedding && saysSomethingToTheModel(embedding.vector) ? embedding.vector : undefined,
    };
    const found = await index.search({ ...asked, kinds: types, filters, limit: CANDIDATES });
    const candidates = fuse(found, weights);
    const page = await visiblePage(records, { tenant, filters, limit }, candidates, offset);
    const keys = page.hits.map(({ candidate: { kind, id } }) => ({ kind, id }));
    const details = await index.details({ ...asked, keys });

    return {
      results: searchResults(page.hits, { weights, details, explain }),
      total: candidates.length,
      took_ms: clock.now().getTime() - started,
      cache: embedding?.cached ? 'hit' : 'miss',
      engine: index.engine,
      model: embedder.model,
      fallback_used: null,
      search_id: ids.next(),
      next_cursor: page.next === undefined ? null : writeSearchCursor(fingerprint, page.next),
    };
  };
};
