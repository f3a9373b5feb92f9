import type { Role } from '#contracts/role.ts';
import type { SearchAnswer, SimilaritySearch } from '#contracts/search.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import { answerSearch, type AnswerSearchDeps } from '#core/search/answer-search.ts';
import { passageKeyText } from '#core/search/passage.ts';
import { rankByCosine } from '#core/search/rank-by-cosine.ts';
import { readSearchPlace } from '#core/search/search-cursor.ts';
import { CANDIDATES } from '#core/search/search-limits.ts';
import { similaritySubject, type SimilaritySubjectDeps } from '#core/search/similarity-subject.ts';
import { wantedFilters, wantedKinds } from '#core/search/wanted-filters.ts';

export type SearchSimilarityDeps = AnswerSearchDeps & SimilaritySubjectDeps & { hasher: Hasher };

const VECTOR_ONLY = { keyword: 0, vector: 1 } as const;

/** Finds what means the same as a text, a case or an article, by cosine; the record itself is not among the results. */
export const searchSimilarity = ({ hasher, ...deps }: SearchSimilarityDeps) => {
  const { index, embedder, clock } = deps;
  const answer = answerSearch(deps);
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
    const place = readSearchPlace(hasher, { tenant, search: { ...searched, types, least }, cursor });

    const { vector, self, cached } = await subjectOf(tenant, request, roles);
    // One more than is shown, since the record itself is the nearest to itself.
    const found = await index.search({ tenant, vector, kinds: types, filters, limit: CANDIDATES + 1 });
    const own = self && passageKeyText(self);
    const near = found.vector.filter((hit) => hit.score >= least && passageKeyText(hit) !== own);
    const candidates = rankByCosine(near.slice(0, CANDIDATES));
    const asked = { tenant, filters, vector, limit, place, weights: VECTOR_ONLY, explain: false };
    return answer({ index, model: embedder.model }, { ...asked, candidates, cached, started });
  };
};
