import type { ArticleState } from '#contracts/article-state.ts';
import type { Permission } from '#contracts/permission.ts';

/**
 * The moves of a person from each state, and what each needs (KCS v6): forwards one by one, so that nothing is
 * validated that nobody has looked at; back for rework; out of the archive only as something to be looked at again.
 * What readers rely on is judged and taken away by those who review.
 */
export const TRANSITIONS: Readonly<
  Record<ArticleState, Readonly<Partial<Record<ArticleState, Permission>>>>
> = {
  work_in_progress: { not_validated: 'knowledge:write', archived: 'knowledge:write' },
  not_validated: {
    work_in_progress: 'knowledge:write',
    validated: 'knowledge:review',
    archived: 'knowledge:review',
  },
  validated: { not_validated: 'knowledge:review', archived: 'knowledge:review' },
  archived: { work_in_progress: 'knowledge:review', not_validated: 'knowledge:review' },
};
