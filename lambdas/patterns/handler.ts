import { PatternListQuery, PatternPath } from '#contracts/pattern.ts';
import { explainPattern, type ExplainPatternDeps } from '#core/use-cases/explain-pattern.ts';
import { getPattern, type GetPatternDeps } from '#core/use-cases/get-pattern.ts';
import type { ListPatternsDeps } from '#core/use-cases/list-patterns.ts';
import { json } from '#lambdas/shared/json.ts';
import { noBody, nothing, operation } from '#lambdas/shared/operation.ts';
import { route } from '#lambdas/shared/route.ts';
import { patternPages } from './pattern-pages.ts';

export type PatternsDeps = ListPatternsDeps & GetPatternDeps & ExplainPatternDeps;

const ONE = { path: PatternPath, query: nothing, body: noBody };

/** The routes under `/patterns`. */
export const createHandler = (deps: PatternsDeps) => {
  const [pages, get, explain] = [patternPages(deps), getPattern(deps), explainPattern(deps)];

  return route({
    listPatterns: operation({ ...ONE, path: nothing, query: PatternListQuery }, async ({ caller, query }) =>
      json(200, await pages(caller.tenant, query)),
    ),
    getPattern: operation(ONE, async ({ caller, path }) => json(200, await get(caller.tenant, path.id))),
    explainPattern: operation(ONE, async ({ caller, path }) =>
      json(200, await explain(caller.tenant, path.id)),
    ),
  });
};
