import type { ArticleState } from '#contracts/article-state.ts';
import { holdsPermission, type Role } from '#contracts/role.ts';
import { DomainError } from '#core/domain-error.ts';
import { TRANSITIONS } from './transitions.ts';

/** Refuses a move that the table does not know (`conflict`) or that the mover may not make (`forbidden`). */
export const checkMove = (from: ArticleState, to: ArticleState, roles: readonly Role[]): void => {
  const needed = TRANSITIONS[from][to];
  if (!needed) {
    const allowed = Object.keys(TRANSITIONS[from]).join(', ');
    throw new DomainError('conflict', `an article that is ${from} can become: ${allowed}`);
  }
  if (!holdsPermission(roles, needed))
    throw new DomainError('forbidden', `moving an article from ${from} to ${to} needs ${needed}`);
};
