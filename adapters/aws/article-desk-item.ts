import type { LivingArticle } from '#core/articles/article-row.ts';
import { reviewRank } from '#core/articles/review-rank.ts';
import type { Tombstone } from '#core/records/stored-row.ts';
import { deskKey } from './article-version-keys.ts';

/** Whole cases a month are told apart to a thousandth, up to a billion. */
const rankText = (rank: number): string => String(Math.round(rank * 1_000)).padStart(12, '0');

/** The index sort key of a place in the queue: what a review saves, then the id. */
const queueSort = (rank: number, id: string): string => `${rankText(rank)}#${id}`;

/** The id of the article at a place that `queueSort` wrote. */
export const placeId = (place: string): string => place.slice(place.indexOf('#') + 1);

/** When somebody must look after an article that nobody touches, and why; ISO 8601 UTC. */
const tending = (row: LivingArticle | Tombstone) => {
  if (row.deleted) return { tend_key: 'erase', tend_at: row.updatedAt };
  if (!row.review) return {};
  const [since] = row.review.points.map((point) => point.since).toSorted();
  return row.review.expires_at === undefined
    ? { tend_key: 'reviews', tend_at: since, review_since: since }
    : { tend_key: 'drafts', tend_at: row.review.expires_at, review_since: since };
};

/**
 * The item that puts an article into the queue of reviews and among those to look after, or takes it out: it is written
 * with every version, in a table of its own, so that the articles' table needs no further index.
 */
export const deskItem = (row: LivingArticle | Tombstone): Record<string, unknown> => {
  const { tenant, id, version } = row;
  return {
    ...deskKey(tenant, id),
    tenant,
    id,
    version,
    ...(!row.deleted &&
      row.review && {
        review_key: tenant,
        review_rank: queueSort(reviewRank(row), id),
        review_reasons: row.review.points.map(({ reason }) => reason),
        review_category: row.content.category,
      }),
    ...tending(row),
  };
};
