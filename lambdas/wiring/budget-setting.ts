import * as z from 'zod';
import type { BudgetLimits } from '#core/knowledge/budget/budget-limits.ts';
import { microUsdOf } from '#core/knowledge/budget/usd.ts';
import { jsonSetting } from '#lambdas/shared/json-setting.ts';

const Usd = z.number().min(0);

/** The environment variable `KNOWLEDGE_BUDGET`: what drafts may cost, in dollars. */
export const BudgetSetting = jsonSetting(z.object({ monthly_usd: Usd, run_usd: Usd })).transform(
  ({ monthly_usd: monthly, run_usd: run }): BudgetLimits => ({
    monthly: microUsdOf(monthly),
    run: microUsdOf(run),
  }),
);
