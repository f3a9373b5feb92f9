import type { ReviewQueueItem } from '#contracts/review-queue.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { articleSummary } from '#core/articles/article-view.ts';
import { reviewWeight } from '#core/articles/review-rank.ts';
import type { ArticleDesk, QueueQuery } from '#core/ports/article-desk.ts';
import type { ArticleReader } from '#core/ports/article-store.ts';

export type ListReviewQueueDeps = {
  articles: Pick<ArticleReader, 'findMany'>;
  desk: Pick<ArticleDesk, 'queue'>;
  /** Minutes of work that an article saves in each case that it solves. */
  minutesACase: number;
};

/** A page of the queue; `next` is the place where it goes on. */
export type ListedQueue = { readonly items: ReviewQueueItem[]; readonly next: string | undefined };

const rounded = (value: number): number => Math.round(value * 100) / 100;

const itemOf = (row: LivingArticle, minutesACase: number): ReviewQueueItem[] => {
  const weight = reviewWeight(row);
  if (!weight) return [];
  const { casesAMonth, reason, share } = weight;
  const { content: _content, ...summary } = articleSummary(row);
  return [
    {
      ...summary,
      minutes_saved: Math.round(casesAMonth * minutesACase * share),
      why: { cases_a_month: rounded(casesAMonth), minutes_a_case: minutesACase, reason, share },
    },
  ];
};

const answers = (row: LivingArticle, { reason, category }: QueueQuery): boolean =>
  (reason === undefined || row.review?.points.some((point) => point.reason === reason) === true) &&
  (category === undefined || row.content.category === category);

/**
 * A tenant's articles that wait for a person, what saves most minutes a month first. The desk finds them, the rows
 * confirm them: one that was decided meanwhile is left out, and the page is filled from what follows.
 */
export const listReviewQueue =
  ({ articles, desk, minutesACase }: ListReviewQueueDeps) =>
  async (tenant: string, query: QueueQuery): Promise<ListedQueue> => {
    const items: ReviewQueueItem[] = [];
    let after = query.after;
    while (items.length < query.limit) {
      const limit = query.limit - items.length;
      const page = await desk.queue(tenant, { ...query, limit, after });
      const ids = page.entries.map(({ id }) => id);
      const rows = ids.length > 0 ? await articles.findMany(tenant, ids) : new Map<string, LivingArticle>();
      for (const id of ids) {
        const row = rows.get(id);
        if (row && !row.deleted && answers(row, query)) items.push(...itemOf(row, minutesACase));
      }
      after = page.next;
      if (after === undefined) break;
    }
    return { items, next: after };
  };
