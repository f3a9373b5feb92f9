import type { Role } from '#contracts/role.ts';
import type { SearchAnswer, SimilaritySearch } from '#contracts/search.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { Ids } from '#core/ports/ids.ts';
import type { QueryEmbedder } from '#core/ports/query-embedder.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import { currentRecords, type CurrentRecordsDeps } from '#core/projection/current-records.ts';
import { passageKeyText } from '#core/search/passage.ts';
import { rankByCosine } from '#core/search/rank-by-cosine.ts';
import { readSearchCursor, searchFingerprint, writeSearchCursor } from '#core/search/search-cursor.ts';
import { CANDIDATES } from '#core/search/search-limits.ts';
import { searchResults } from '#core/search/search-results.ts';
import { similaritySubject } from '#core/search/similarity-subject.ts';
import { visiblePage } from '#core/search/visible-page.ts';
import { wantedFilters, wantedKinds } from '#core/search/wanted-filters.ts';

export type SearchSimilarityDeps = CurrentRecordsDeps & {
  index: SearchIndex;
  embedder: QueryEmbedder;
  hasher: Hasher;
  clock: Clock;
  ids: Ids;
};

const VECTOR_ONLY = { keyword: 0, vector: 1 } as const;

/** Finds what means the same as a text, a case or an article, by cosine; the record itself is not among the results. */
export const searchSimilarity = ({ hasher, clock, ids, ...deps }: SearchSimilarityDeps) => {
  const { index, embedder } = deps;
  const records = currentRecords(deps);
  const subjectOf = similaritySubject(deps);
  return async (
    tenant: string,
    request: SimilaritySearch,
    roles: readonly Role[] = [],
  ): Promise<SearchAnswer> => {
    const started = clock.now().getTime();
    const { limit, cursor, min_score: least = -1, ...searched } = request;
    const types = wantedKinds(searched.types, searched.filters);
    const filters = wantedFilters(searched.filters, roles);
    const fingerprint = searchFingerprint(hasher, tenant, { ...searched, types, least });
    const offset = readSearchCursor(fingerprint, cursor);

    const { vector, self, cached } = await subjectOf(tenant, request, roles);
    // One more than is shown, since the record itself is the nearest to itself.
    const found = await index.search({ tenant, vector, kinds: types, filters, limit: CANDIDATES + 1 });
    const own = self && passageKeyText(self);
    const near = found.vector.filter((hit) => hit.score >= least && passageKeyText(hit) !== own);
    const candidates = rankByCosine(near.slice(0, CANDIDATES));
    const page = await visiblePage(records, { tenant, filters, limit }, candidates, offset);
    const keys = page.hits.map(({ candidate: { kind, id } }) => ({ kind, id }));
    const details = await index.details({ tenant, keys, vector });

    return {
      results: searchResults(page.hits, { weights: VECTOR_ONLY, details, explain: false }),
      total: candidates.length,
      took_ms: clock.now().getTime() - started,
      cache: cached ? 'hit' : 'miss',
      engine: index.engine,
      model: embedder.model,
      fallback_used: null,
      search_id: ids.next(),
      next_cursor: page.next === undefined ? null : writeSearchCursor(fingerprint, page.next),
    };
  };
};
