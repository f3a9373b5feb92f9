import * as z from 'zod';
import { ArticleListItem } from './article.ts';
import { ReviewReason } from './article-review.ts';
import { page, pageQuery } from './page.ts';
import { shortText } from './text.ts';

/** Query of `GET /knowledge/review-queue`. */
export const ReviewQueueQuery = z.strictObject({
  ...pageQuery,
  reason: ReviewReason.optional(),
  category: shortText.optional(),
});

/** An article that waits for a person, without its content. */
export const ReviewQueueItem = ArticleListItem.omit({ content: true }).extend({
  /** Minutes of work a month that the decision saves, estimated. */
  minutes_saved: z.number(),
  /** How that was estimated: `cases_a_month` × `minutes_a_case` × `share`. */
  why: z.object({
    /** Cases a month that the article is about, from those that it was written from. */
    cases_a_month: z.number(),
    minutes_a_case: z.number(),
    /** The most pressing reason to look at it, and what share of its cases is lost until somebody does. */
    reason: ReviewReason,
    share: z.number(),
  }),
});
export type ReviewQueueItem = z.infer<typeof ReviewQueueItem>;

/** A page of the queue, what saves most first. */
export const ReviewQueuePage = page(ReviewQueueItem);
