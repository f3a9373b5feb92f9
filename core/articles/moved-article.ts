import type { ArticleState, Audience } from '#contracts/article-state.ts';
import type { ArticleReview } from '#contracts/article-review.ts';
import { contentHash } from '#core/cases/content-hash.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { LivingArticle } from './article-row.ts';
import { withoutReviewPoints } from './without-review-points.ts';

/** Where an article goes, and for whom it is from then on; left out, for whom it was. */
export type Destination = { readonly state: ArticleState; readonly audience?: Audience | undefined };

/** What is still to be looked at: whoever publishes a draft has looked at it, and it expires no more. */
const reviewIn = (review: ArticleReview | undefined, state: ArticleState): ArticleReview | undefined => {
  const points = withoutReviewPoints(review, state === 'work_in_progress' ? [] : ['new_draft'])?.points;
  return state === 'archived' || !points ? undefined : { points };
};

/**
 * An article in another state. What is archived waits for nobody, and nothing is proposed about it; what leaves the
 * archive stands for itself again.
 */
export const movedArticle = (
  hasher: Hasher,
  { mergedInto, review, proposal, ...row }: LivingArticle,
  { state, audience = row.content.audience }: Destination,
): LivingArticle => {
  const content = { ...row.content, audience };
  return {
    ...row,
    state,
    ...(audience !== row.content.audience && { content, contentHash: contentHash(hasher, content) }),
    ...(state === 'archived' ? { mergedInto } : { review: reviewIn(review, state), proposal }),
  };
};
