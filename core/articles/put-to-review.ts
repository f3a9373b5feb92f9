import type { ArticleReview, ReviewPoint, ReviewReason } from '#contracts/article-review.ts';
import type { LivingArticle } from './article-row.ts';

/** What there is to look at, and what it is about. */
export type NewPoint = {
  readonly reason: ReviewReason;
  readonly caseIds?: readonly string[];
  readonly articleIds?: readonly string[];
};

const union = (known: readonly string[] = [], more: readonly string[] = []): string[] =>
  [...new Set([...known, ...more])].toSorted();

const says = (known: ReviewPoint, { caseIds = [], articleIds = [] }: NewPoint): boolean =>
  caseIds.every((id) => known.case_ids?.includes(id)) &&
  articleIds.every((id) => known.article_ids?.includes(id));

const merged = (known: ReviewPoint | undefined, point: NewPoint, now: string): ReviewPoint => {
  const caseIds = union(known?.case_ids, point.caseIds);
  const articleIds = union(known?.article_ids, point.articleIds);
  return {
    reason: point.reason,
    since: known?.since ?? now,
    ...(caseIds.length > 0 && { case_ids: caseIds }),
    ...(articleIds.length > 0 && { article_ids: articleIds }),
  };
};

/** The review of an article with one more point; the same object when it says so already. */
const withPoint = (review: ArticleReview | undefined, point: NewPoint, now: string): ArticleReview => {
  const known = review?.points.find(({ reason }) => reason === point.reason);
  if (review && known && says(known, point)) return review;
  const next = merged(known, point, now);
  const points = review?.points ?? [];
  return {
    ...review,
    points: known ? points.map((other) => (other === known ? next : other)) : [...points, next],
  };
};

/**
 * An article that waits for a person because of this; the row itself where it does already, so that saying it twice
 * writes nothing. The same reason stands once, since it was first said, with all that it is about.
 */
export const putToReview = (row: LivingArticle, point: NewPoint, now: string): LivingArticle => {
  const review = withPoint(row.review, point, now);
  return review === row.review ? row : { ...row, version: row.version + 1, review, updatedAt: now };
};
