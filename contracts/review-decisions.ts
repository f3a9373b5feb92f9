import * as z from 'zod';
import { ChangeReason } from './article.ts';
import { Audience } from './article-state.ts';
import { RecordId } from './case.ts';

/** Body of `POST /knowledge/{id}/approve`; without a `state` a draft becomes `not_validated`. */
export const ArticleApproval = z.strictObject({
  state: z.enum(['not_validated', 'validated']).optional(),
  audience: Audience.optional(),
  reason: ChangeReason.optional(),
});
export type ArticleApproval = z.infer<typeof ArticleApproval>;

/** Body of `POST /knowledge/{id}/reject` and of `POST /knowledge/{id}/proposal/reject`. */
export const Rejection = z.strictObject({ reason: ChangeReason });

/** Body of `POST /knowledge/{id}/proposal/accept`. */
export const ProposalAcceptance = z.strictObject({ reason: ChangeReason.optional() });

/** Body of `POST /knowledge/{id}/merge`. */
export const ArticleMerge = z.strictObject({ into: RecordId, reason: ChangeReason.optional() });
export type ArticleMerge = z.infer<typeof ArticleMerge>;
