import type { ReviewReason } from '#contracts/article-review.ts';
import type { Evidence } from '#core/knowledge/evidence.ts';
import type { LivingArticle } from './article-row.ts';
import { stalenessOf, type Staleness } from './staleness.ts';

/** Whether a pattern needs an article, or its article a new one, and why. */
export type Coverage =
  | { readonly kind: 'create'; readonly reason: 'no_article' }
  | {
      readonly kind: 'update';
      readonly reason: 'contradicted' | 'sources_changed' | 'many_more_cases';
      /** Newer cases that say so. */
      readonly caseIds: readonly string[];
    }
  | {
      readonly kind: 'nothing';
      readonly reason: 'same_evidence' | 'merged' | 'written_by_hand' | 'says_it_already';
    };

/** Fewer new cases that say the same do not make an article much surer. */
const LEAST_MORE = 5;
const MORE_SHARE = 0.5;

/** Points that say that what an article rests on is not what it was. */
const CHANGED: ReadonlySet<ReviewReason> = new Set(['source_erased', 'source_reopened', 'changed_evidence']);

const changeOf = (
  { review, generation }: Pick<LivingArticle, 'review' | 'generation'>,
  { contradicted, differing, agreeing, more }: Staleness,
): Coverage => {
  if (contradicted) return { kind: 'update', reason: 'contradicted', caseIds: differing };
  const changed = review?.points.filter(({ reason }) => CHANGED.has(reason)) ?? [];
  if (changed.length > 0) {
    const caseIds = [...new Set(changed.flatMap(({ case_ids: ids = [] }) => ids))];
    return { kind: 'update', reason: 'sources_changed', caseIds };
  }
  return more >= Math.max(LEAST_MORE, (generation?.cases ?? 0) * MORE_SHARE)
    ? { kind: 'update', reason: 'many_more_cases', caseIds: agreeing }
    : { kind: 'nothing', reason: 'says_it_already' };
};

/**
 * Whether an article says what its pattern's cases say now. One that was merged into another is not written again, and
 * one that a person wrote is theirs.
 */
export const coverageOf = (
  article: Pick<LivingArticle, 'claims' | 'generation' | 'review' | 'mergedInto'> | undefined,
  evidence: Evidence,
): Coverage => {
  if (!article) return { kind: 'create', reason: 'no_article' };
  if (article.mergedInto !== undefined) return { kind: 'nothing', reason: 'merged' };
  if (article.generation?.evidence === evidence.hash) return { kind: 'nothing', reason: 'same_evidence' };
  const staleness = stalenessOf(article, evidence);
  return staleness ? changeOf(article, staleness) : { kind: 'nothing', reason: 'written_by_hand' };
};
