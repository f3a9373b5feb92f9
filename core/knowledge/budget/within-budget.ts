import { DomainError } from '#core/domain-error.ts';
import { DraftUnusable } from '#core/knowledge/draft-unusable.ts';
import type { Budgets, DraftKey, Reserved } from '#core/ports/budgets.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { BudgetLimits } from './budget-limits.ts';
import { monthOf } from './month-of.ts';

export type WithinBudgetDeps = {
  budgets: Budgets;
  /** The environment's; a tenant's own limit takes the place of the monthly one. */
  limits: BudgetLimits;
  clock: Clock;
};

/** A draft to pay for. */
export type PaidDraft = Omit<DraftKey, 'attempt'> & {
  /** The most that it can cost, in millionths of a US dollar; 0 where the writer is free. */
  readonly mostMicroUsd: number;
};

/** What came of it: the result, or the budget that is used up. */
export type Budgeted<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'over_budget'; readonly budget: 'month' | 'run' };

/** Drafts of one key that were paid for and lost, one after the other; so many mean that something else is wrong. */
const MOST_ATTEMPTS = 5;

/**
 * Makes a draft if the budgets of tenant and run allow what it can cost at most, and charges what it did cost. `make`
 * writes the draft and keeps it: what is kept is not to be asked for again. A draft of no use is charged too; a writer
 * that did not answer at all (`unavailable`) is not. After any other fault what it could cost stays held back, for it
 * may have been paid: the same draft of the same run takes that up again, and is charged no less.
 */
export const withinBudget =
  ({ budgets, limits, clock }: WithinBudgetDeps) =>
  async <Result extends { readonly costMicroUsd: number }>(
    { mostMicroUsd, ...draft }: PaidDraft,
    make: () => Promise<Result>,
  ): Promise<Budgeted<Result>> => {
    if (mostMicroUsd === 0) return { kind: 'done', result: await make() };
    const own = await budgets.limitOf(draft.tenant);
    const reserve = (attempt: number): Promise<Reserved> =>
      budgets.reserve({
        key: { ...draft, attempt },
        month: monthOf(clock.now()),
        microUsd: mostMicroUsd,
        monthlyLimit: own?.monthlyMicroUsd ?? limits.monthly,
        runLimit: limits.run,
      });
    let attempt = 1;
    let reserved = await reserve(attempt);
    while (reserved.kind === 'settled' && attempt < MOST_ATTEMPTS) {
      attempt += 1;
      reserved = await reserve(attempt);
    }
    if (reserved.kind === 'settled')
      throw new Error(`a draft was paid for ${attempt} times and is not there`);
    if (reserved.kind === 'exhausted') return { kind: 'over_budget', budget: reserved.budget };
    const key = { ...draft, attempt };
    const mayBePaid = reserved.kind === 'held';
    const settle = (cost: number) => budgets.settle(key, mayBePaid ? Math.max(cost, mostMicroUsd) : cost);
    const result = await make().catch(async (error: unknown) => {
      if (error instanceof DraftUnusable) await settle(error.spent.costMicroUsd);
      if (error instanceof DomainError && error.code === 'unavailable' && !mayBePaid)
        await budgets.release(key);
      throw error;
    });
    await settle(result.costMicroUsd);
    return { kind: 'done', result };
  };
