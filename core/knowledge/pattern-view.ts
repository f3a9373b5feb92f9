import type { PatternView } from '#contracts/pattern.ts';
import type { PatternOutcome, StoredPattern } from './stored-pattern.ts';

const outcomeView = (outcome: PatternOutcome): Pick<PatternView, 'article_id' | 'reason' | 'questions'> => {
  if (outcome.kind === 'waiting') return {};
  if (outcome.kind === 'refused') return { reason: outcome.reason, questions: [...outcome.questions] };
  return { article_id: outcome.articleId };
};

/** A pattern as the API answers it. */
export const patternView = (pattern: StoredPattern): PatternView => ({
  id: pattern.id,
  label: pattern.label,
  category: pattern.category,
  ...(pattern.product !== undefined && { product: pattern.product }),
  size: pattern.size,
  customers: pattern.customers ?? null,
  outcome: pattern.outcome.kind,
  ...outcomeView(pattern.outcome),
  outdated: pattern.decidedOn !== pattern.evidence,
  ...(pattern.heir !== undefined && { merged_into: pattern.heir }),
  created_at: pattern.createdAt,
  updated_at: pattern.updatedAt,
});
