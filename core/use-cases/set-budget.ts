import type { KnowledgeBudget, NewKnowledgeBudget } from '#contracts/knowledge-admin.ts';
import { microUsdOf } from '#core/knowledge/budget/usd.ts';
import type { Budgets } from '#core/ports/budgets.ts';
import { readBudget, type ReadBudgetDeps } from './read-budget.ts';

export type SetBudgetDeps = ReadBudgetDeps & { budgets: Pick<Budgets, 'setLimit'> };

/** Sets what drafts may cost a tenant in a month, or takes that back; what was spent stays spent. */
export const setBudget =
  (deps: SetBudgetDeps) =>
  async (tenant: string, { limit_usd: limit }: NewKnowledgeBudget): Promise<KnowledgeBudget> => {
    await deps.budgets.setLimit(tenant, {
      monthlyMicroUsd: limit === null ? undefined : microUsdOf(limit),
      updatedAt: deps.clock.now().toISOString(),
    });
    return readBudget(deps)(tenant);
  };
