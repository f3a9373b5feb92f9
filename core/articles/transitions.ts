import type { ArticleState } from '#contracts/article-state.ts';

/**
 * The states that a person may move an article to from each (KCS v6): forwards one by one, so that nothing is validated
 * that nobody has looked at; back for rework; and out of the archive only as something to be looked at again.
 */
export const TRANSITIONS: Readonly<Record<ArticleState, readonly ArticleState[]>> = {
  work_in_progress: ['not_validated', 'archived'],
  not_validated: ['work_in_progress', 'validated', 'archived'],
  validated: ['not_validated', 'archived'],
  archived: ['work_in_progress', 'not_validated'],
};
