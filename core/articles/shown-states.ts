import type { ArticleState } from '#contracts/article-state.ts';
import { holdsPermission, type Role } from '#contracts/role.ts';

/** The states in which an article is for everybody who reads knowledge. */
export const PUBLISHED: readonly ArticleState[] = ['not_validated', 'validated'];

/** Whether a caller may see articles of every state: those who write articles may. */
export const seesEveryState = (roles: readonly Role[]): boolean => holdsPermission(roles, 'knowledge:write');

/** Whether a caller may see an article of a state. */
export const maySee = (roles: readonly Role[], state: ArticleState): boolean =>
  PUBLISHED.includes(state) || seesEveryState(roles);

/** The states that a search shows: those that are asked for, as far as the caller may see them, else the published ones. */
export const shownStates = (
  roles: readonly Role[],
  asked: readonly ArticleState[] = PUBLISHED,
): readonly ArticleState[] => asked.filter((state) => maySee(roles, state));
