import { HybridSearch, SimilaritySearch } from '#contracts/search.ts';
import { SearchAnalyticsQuery } from '#contracts/search-analytics.ts';
import { SearchFeedback } from '#contracts/search-feedback.ts';
import { giveSearchFeedback, type GiveSearchFeedbackDeps } from '#core/use-cases/give-search-feedback.ts';
import { readSearchAnalytics, type ReadSearchAnalyticsDeps } from '#core/use-cases/read-search-analytics.ts';
import { recordSearch, type RecordSearchDeps } from '#core/use-cases/record-search.ts';
import { searchHybrid, type SearchHybridDeps } from '#core/use-cases/search-hybrid.ts';
import { searchSimilarity } from '#core/use-cases/search-similarity.ts';
import { onLiveTarget, type QueryTarget } from '#core/search/on-live-target.ts';
import { json, noContent } from '#lambdas/shared/json.ts';
import { noBody, nothing, operation } from '#lambdas/shared/operation.ts';
import { route } from '#lambdas/shared/route.ts';

export type SearchDeps = Omit<SearchHybridDeps, keyof QueryTarget> & {
  /** Index and model of the generation that is searched now. */
  readonly target: () => Promise<QueryTarget>;
} & RecordSearchDeps &
  GiveSearchFeedbackDeps &
  ReadSearchAnalyticsDeps;

/** The routes under `/search`. */
export const createHandler = (deps: SearchDeps) => {
  const searches = onLiveTarget(deps.target, (target) => ({
    hybrid: searchHybrid({ ...deps, ...target }),
    similarity: searchSimilarity({ ...deps, ...target }),
  }));
  const record = recordSearch(deps);
  const giveFeedback = giveSearchFeedback(deps);
  const analytics = readSearchAnalytics(deps);

  return route({
    searchHybrid: operation(
      { path: nothing, query: nothing, body: HybridSearch },
      async ({ caller, body }) => {
        const { hybrid } = await searches();
        const answer = await hybrid(caller.tenant, body, caller.roles);
        return json(200, record(caller.tenant, { ...body, kind: 'hybrid' }, answer));
      },
    ),
    searchSimilarity: operation(
      { path: nothing, query: nothing, body: SimilaritySearch },
      async ({ caller, body }) => {
        const { similarity } = await searches();
        const answer = await similarity(caller.tenant, body, caller.roles);
        return json(200, record(caller.tenant, { ...body, kind: 'similarity' }, answer));
      },
    ),
    giveSearchFeedback: operation(
      { path: nothing, query: nothing, body: SearchFeedback },
      async ({ caller, body }) => {
        await giveFeedback(caller.tenant, caller.principal, body);
        return noContent();
      },
    ),
    getSearchAnalytics: operation(
      { path: nothing, query: SearchAnalyticsQuery, body: noBody },
      async ({ caller, query }) => json(200, await analytics(caller.tenant, query)),
    ),
  });
};
