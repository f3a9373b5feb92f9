import { NewKnowledgeBudget } from '#contracts/knowledge-admin.ts';
import { estimateGeneration, type EstimateGenerationDeps } from '#core/use-cases/estimate-generation.ts';
import { readBudget } from '#core/use-cases/read-budget.ts';
import { setBudget, type SetBudgetDeps } from '#core/use-cases/set-budget.ts';
import { json } from '#lambdas/shared/json.ts';
import { log } from '#lambdas/shared/log.ts';
import { noBody, nothing, operation } from '#lambdas/shared/operation.ts';
import { route } from '#lambdas/shared/route.ts';

export type KnowledgeAdminDeps = EstimateGenerationDeps & SetBudgetDeps;

const NO_INPUT = { path: nothing, query: nothing, body: noBody };

/** The routes under `/admin/knowledge`. */
export const createHandler = (deps: KnowledgeAdminDeps) => {
  const [estimate, read, set] = [estimateGeneration(deps), readBudget(deps), setBudget(deps)];

  return route({
    estimateKnowledge: operation(NO_INPUT, async ({ caller }) => json(200, await estimate(caller.tenant))),
    getKnowledgeBudget: operation(NO_INPUT, async ({ caller }) => json(200, await read(caller.tenant))),
    setKnowledgeBudget: operation(
      { path: nothing, query: nothing, body: NewKnowledgeBudget },
      async ({ caller, body }) => {
        const budget = await set(caller.tenant, body);
        log('BUDGET_SET', { limit_usd: budget.limit_usd });
        return json(200, budget);
      },
    ),
  });
};
