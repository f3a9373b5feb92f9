import * as z from 'zod';
import { RecordId } from './case.ts';

/** Why a person should look at an article. */
export const ReviewReason = z.enum([
  'new_draft',
  'changed_evidence',
  'contradicted',
  'source_reopened',
  'source_erased',
  'duplicate',
  'enough_reuse',
]);
export type ReviewReason = z.infer<typeof ReviewReason>;

/** One thing to look at; the same reason stands once, with what it is about now. */
export const ReviewPoint = z.object({
  reason: ReviewReason,
  since: z.string(),
  /** Cases and articles that it is about. */
  case_ids: z.array(RecordId).optional(),
  article_ids: z.array(RecordId).optional(),
});
export type ReviewPoint = z.infer<typeof ReviewPoint>;

/** That an article waits for a person; it is absent when it does not. */
export const ArticleReview = z.object({
  points: z.array(ReviewPoint).min(1),
  /** A draft that nobody has looked at by then is archived. */
  expires_at: z.string().optional(),
});
export type ArticleReview = z.infer<typeof ArticleReview>;
