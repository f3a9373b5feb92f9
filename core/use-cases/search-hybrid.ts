import type { Role } from '#contracts/role.ts';
import type { HybridSearch, SearchAnswer } from '#contracts/search.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import { answerSearch, type AnswerSearchDeps } from '#core/search/answer-search.ts';
import { armWeights } from '#core/search/arm-weights.ts';
import { findHits, type FindHitsDeps } from '#core/search/find-hits.ts';
import { fuse } from '#core/search/fuse.ts';
import { readSearchPlace } from '#core/search/search-cursor.ts';
import { CANDIDATES } from '#core/search/search-limits.ts';
import { wantedFilters, wantedKinds } from '#core/search/wanted-filters.ts';

export type SearchHybridDeps = AnswerSearchDeps & FindHitsDeps & { hasher: Hasher };

const KEYWORDS_ONLY = { keyword: 1, vector: 0 } as const;

/** Searches by words and by meaning, fused; every hit is checked against its row before it is shown. */
export const searchHybrid = ({ hasher, ...deps }: SearchHybridDeps) => {
  const { index, embedder } = deps;
  const answer = answerSearch(deps);
  const find = findHits(deps);
  return async (
    tenant: string,
    request: HybridSearch,
    roles: readonly Role[] = [],
  ): Promise<SearchAnswer> => {
    const started = deps.clock.now().getTime();
    const { limit, cursor, explain, query, ...rest } = request;
    const types = wantedKinds(rest.types, rest.filters);
    const wanted = armWeights(rest.weights);
    const filters = wantedFilters(rest.filters, roles);
    const place = readSearchPlace(hasher, {
      tenant,
      search: { query, types, weights: wanted, filters },
      cursor,
    });

    const text = wanted.keyword > 0 ? query : undefined;
    const { hits, vector, cached, fallback } = await find({
      tenant,
      query,
      text,
      byMeaning: wanted.vector > 0,
      kinds: types,
      filters,
      limit: CANDIDATES,
      fingerprint: place.fingerprint,
    });
    const weights = fallback === 'keyword_search' ? KEYWORDS_ONLY : wanted;
    const candidates = fuse(hits, weights);
    const asked = { tenant, filters, text, vector, fallback };
    return answer(
      { index, model: embedder.model },
      { ...asked, limit, place, weights, explain, candidates, cached, started },
    );
  };
};
