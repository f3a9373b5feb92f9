import { DomainError } from '#core/domain-error.ts';
import type { LivingArticle } from './article-row.ts';
import { notWaiting } from './not-waiting.ts';

/** The states in which an approved article may be. */
export type ApprovedState = 'not_validated' | 'validated';

/**
 * The state of an article when a person finds it right and says no more: a draft is published without anybody having
 * used it, one that was reused enough is validated, any other stays what it was.
 */
export const approvedState = ({ state, review }: LivingArticle): ApprovedState => {
  const isReused = review?.points.some(({ reason }) => reason === 'enough_reuse');
  return state === 'validated' || (state === 'not_validated' && isReused) ? 'validated' : 'not_validated';
};

/** Refuses an approval of what waits for none, of one side of an open proposal, or one that would take validation back. */
export const checkApproval = (row: LivingArticle, to: ApprovedState): void => {
  if (!row.review) throw notWaiting('review');
  if (row.proposal) throw new DomainError('conflict', 'accept or reject the proposed change first');
  if (row.state === 'validated' && to === 'not_validated')
    throw new DomainError('conflict', 'an approval does not take back that the article is validated');
};
