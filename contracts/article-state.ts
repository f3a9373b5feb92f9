import * as z from 'zod';

/** Where an article stands (KCS v6). */
export const ArticleState = z.enum(['work_in_progress', 'not_validated', 'validated', 'archived']);
export type ArticleState = z.infer<typeof ArticleState>;

/** For whom an article is written. */
export const Audience = z.enum(['internal', 'partner', 'public']);
export type Audience = z.infer<typeof Audience>;

/** By what an article is kept right: the experience of those who use it, or a rule that binds it (KCS v6). */
export const Governance = z.enum(['experience_based', 'compliance_based']);
