import type { KnowledgeBudget } from '#contracts/knowledge-admin.ts';
import type { BudgetLimits } from '#core/knowledge/budget/budget-limits.ts';
import { monthOf } from '#core/knowledge/budget/month-of.ts';
import { usdOf } from '#core/knowledge/budget/usd.ts';
import type { Budgets } from '#core/ports/budgets.ts';
import type { Clock } from '#core/ports/clock.ts';

export type ReadBudgetDeps = {
  budgets: Pick<Budgets, 'limitOf' | 'usedBy'>;
  /** The environment's. */
  limits: BudgetLimits;
  clock: Clock;
};

/** What drafts may cost a tenant this month, and have cost. */
export const readBudget =
  ({ budgets, limits, clock }: ReadBudgetDeps) =>
  async (tenant: string): Promise<KnowledgeBudget> => {
    const month = monthOf(clock.now());
    const [own, used] = await Promise.all([budgets.limitOf(tenant), budgets.usedBy(tenant, month)]);
    const ownLimit = own?.monthlyMicroUsd;
    const limit = ownLimit ?? limits.monthly;
    return {
      month,
      limit_usd: usdOf(limit),
      spent_usd: usdOf(used),
      left_usd: usdOf(Math.max(0, limit - used)),
      own_limit_usd: ownLimit === undefined ? null : usdOf(ownLimit),
      default_limit_usd: usdOf(limits.monthly),
      run_limit_usd: usdOf(limits.run),
      updated_at: own?.updatedAt ?? null,
    };
  };
