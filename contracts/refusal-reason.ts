import * as z from 'zod';

/** Why there is no article of a pattern, a closed list. */
export const RefusalReason = z.enum([
  'no_cause',
  'no_fix',
  'no_diagnosis',
  'not_verified',
  'unsupported',
  'draft_unusable',
  'over_budget',
  /** A person rejected the article that was written of it. */
  'rejected',
]);
export type RefusalReason = z.infer<typeof RefusalReason>;
