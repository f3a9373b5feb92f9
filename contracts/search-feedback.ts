import * as z from 'zod';
import { RecordId } from './case.ts';

const MOST_POSITION = 10_000;

/** What a person says about one result. */
export const Verdict = z.enum(['click', 'helpful', 'not_helpful', 'resolved']);
export type Verdict = z.infer<typeof Verdict>;

/** Body of `POST /search/feedback`; `position` counts from 1. */
export const SearchFeedback = z.strictObject({
  search_id: z.string().min(1).max(2_000),
  result_id: RecordId,
  verdict: Verdict,
  position: z.int().min(1).max(MOST_POSITION).optional(),
});
export type SearchFeedback = z.infer<typeof SearchFeedback>;
