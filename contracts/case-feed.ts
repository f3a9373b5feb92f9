import * as z from 'zod';
import { FeedItem, RecordId } from './case.ts';
import { IsoDate } from './iso-date.ts';
import { page, pageQuery } from './page.ts';

/** Body of `POST /cases/{id}/feed`; `id` and `created_at` are made when absent. */
export const NewFeedItem = FeedItem.extend({
  id: RecordId.optional(),
  created_at: IsoDate.optional(),
}).refine(({ body }) => body.trim() !== '', { message: 'is empty', path: ['body'] });
export type NewFeedItem = z.infer<typeof NewFeedItem>;

/** Query of `GET /cases/{id}/feed`. */
export const FeedQuery = z.strictObject(pageQuery);

/** A page of a case's feed, newest entry last. */
export const FeedPageView = page(FeedItem);
