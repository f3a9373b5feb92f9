import { HybridSearch, SimilaritySearch } from '#contracts/search.ts';
import { searchHybrid, type SearchHybridDeps } from '#core/use-cases/search-hybrid.ts';
import { searchSimilarity } from '#core/use-cases/search-similarity.ts';
import { json } from '#lambdas/shared/json.ts';
import { nothing, operation } from '#lambdas/shared/operation.ts';
import { route } from '#lambdas/shared/route.ts';

/** The routes under `/search`. */
export const createHandler = (deps: SearchHybridDeps) => {
  const hybrid = searchHybrid(deps);
  const similarity = searchSimilarity(deps);

  return route({
    searchHybrid: operation({ path: nothing, query: nothing, body: HybridSearch }, async ({ caller, body }) =>
      json(200, await hybrid(caller.tenant, body)),
    ),
    searchSimilarity: operation(
      { path: nothing, query: nothing, body: SimilaritySearch },
      async ({ caller, body }) => json(200, await similarity(caller.tenant, body)),
    ),
  });
};
