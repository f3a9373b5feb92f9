import type { GenerationCounts, PatternWork } from '#contracts/knowledge-work.ts';

/** Nothing looked at. */
export const NO_GENERATION: GenerationCounts = {
  processed: 0,
  created: 0,
  proposed: 0,
  unchanged: 0,
  refused: 0,
  postponed: 0,
  failed: 0,
  over_budget: 0,
  cost_micro_usd: 0,
};

/** Counts with the work on one more pattern; what has no decision was never brought to its end. */
export const withDecision = (
  counts: GenerationCounts,
  { decision, cost_micro_usd: cost }: Pick<PatternWork, 'decision' | 'cost_micro_usd'>,
): GenerationCounts => {
  const kind = decision?.kind ?? 'failed';
  return {
    ...counts,
    processed: counts.processed + 1,
    [kind]: counts[kind] + 1,
    cost_micro_usd: counts.cost_micro_usd + cost,
  };
};

/** The sum of counts. */
export const sumCounts = (all: readonly GenerationCounts[]): GenerationCounts =>
  all.reduce(
    (sum, one) => ({
      processed: sum.processed + one.processed,
      created: sum.created + one.created,
      proposed: sum.proposed + one.proposed,
      unchanged: sum.unchanged + one.unchanged,
      refused: sum.refused + one.refused,
      postponed: sum.postponed + one.postponed,
      failed: sum.failed + one.failed,
      over_budget: sum.over_budget + one.over_budget,
      cost_micro_usd: sum.cost_micro_usd + one.cost_micro_usd,
    }),
    NO_GENERATION,
  );
