import type { ReviewReason } from '#contracts/article-review.ts';
import type { LivingArticle } from './article-row.ts';

/**
 * What share of an article's cases is lost while it waits for this reason: a draft helps nobody until it is published;
 * one that may be wrong misleads every other; one that only says the same as another, or that helps already, little.
 */
const SHARES: Readonly<Record<ReviewReason, number>> = {
  new_draft: 1,
  contradicted: 1,
  changed_evidence: 0.5,
  source_reopened: 0.5,
  source_erased: 0.5,
  duplicate: 0.25,
  enough_reuse: 0.25,
};

const MONTHS_A_YEAR = 12;

/** Cases a month that an article is about; those of a pattern whose times are unknown count as those of a year. */
const casesAMonth = ({ generation }: LivingArticle): number =>
  generation ? (generation.cases_a_month ?? generation.cases / MONTHS_A_YEAR) : 0;

/** Why an article stands where it stands in the queue. */
export type ReviewWeight = {
  readonly casesAMonth: number;
  /** The most pressing of its reasons. */
  readonly reason: ReviewReason;
  readonly share: number;
};

/** What a review of an article weighs; undefined for one that waits for nobody. */
export const reviewWeight = (row: LivingArticle): ReviewWeight | undefined => {
  const pressing = row.review?.points
    .map(({ reason }) => ({ reason, share: SHARES[reason] }))
    .reduce((most, one) => (one.share > most.share ? one : most));
  return pressing && { casesAMonth: casesAMonth(row), ...pressing };
};

/** By what the queue is ordered: cases a month that a review saves. It knows no setting, so that none reorders what is stored. */
export const reviewRank = (row: LivingArticle): number => {
  const weight = reviewWeight(row);
  return weight ? weight.casesAMonth * weight.share : 0;
};
