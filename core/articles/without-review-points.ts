import type { ArticleReview, ReviewReason } from '#contracts/article-review.ts';

/** A review without the points of these reasons; undefined when nothing is left to look at. */
export const withoutReviewPoints = (
  review: ArticleReview | undefined,
  reasons: readonly ReviewReason[],
): ArticleReview | undefined => {
  const points = (review?.points ?? []).filter(({ reason }) => !reasons.includes(reason));
  return points.length > 0 ? { ...review, points } : undefined;
};
