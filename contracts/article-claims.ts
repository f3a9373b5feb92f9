import * as z from 'zod';
import { Claim } from './article.ts';
import { RecordId } from './case.ts';

/** A case that a claim rests on, and whether its words still stand there. */
export const ClaimSource = z.object({
  case_id: RecordId,
  quote: z.string(),
  /** `stands`: word for word; `changed`: the case is there, the words are not; `gone`: there is no such case any more. */
  standing: z.enum(['stands', 'changed', 'gone']),
  /** Left out where the case is gone. */
  title: z.string().optional(),
  status: z.string().optional(),
  /** Where the words stand, and at most 120 characters around them. */
  found: z
    .object({
      field: z.enum(['title', 'description', 'resolution', 'feed']),
      before: z.string(),
      after: z.string(),
    })
    .optional(),
});
export type ClaimSource = z.infer<typeof ClaimSource>;

/** A statement of an article with its sources. */
export const ClaimView = Claim.pick({ text: true, by: true }).extend({ sources: z.array(ClaimSource) });
export type ClaimView = z.infer<typeof ClaimView>;

/** Answer of `GET /knowledge/{id}/claims`. */
export const ArticleClaims = z.object({ claims: z.array(ClaimView) });
