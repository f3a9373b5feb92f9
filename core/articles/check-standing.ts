import { holdsPermission, type Role } from '#contracts/role.ts';
import { DomainError } from '#core/domain-error.ts';
import type { LivingArticle } from './article-row.ts';

/** What the rules of audience and governance look at. */
type Standing = Pick<LivingArticle, 'state' | 'content'>;

/** Articles that only those who publish may touch: what binds by a rule, and what the public reads. */
const isHeld = ({ state, content }: Standing): boolean =>
  content.governance === 'compliance_based' || (state === 'validated' && content.audience === 'public');

/**
 * Refuses what a person would make of an article where audience and governance forbid it. Readers outside see only what
 * is validated: an article for the public is never published before (`conflict`). An article that the public reads or
 * that a rule binds is changed, made or deleted by those who publish (`forbidden`). `after` is absent for a deletion,
 * `before` for a new article.
 */
export const checkStanding = (
  before: Standing | undefined,
  after: Standing | undefined,
  roles: readonly Role[],
): void => {
  if (after?.state === 'not_validated' && after.content.audience === 'public') {
    throw new DomainError(
      'conflict',
      'an article for the public cannot be published before it is validated; narrow its audience',
    );
  }
  const held = [before, after].some((standing) => standing && isHeld(standing));
  if (held && !holdsPermission(roles, 'knowledge:publish'))
    throw new DomainError(
      'forbidden',
      'articles for the public and those bound by a rule need knowledge:publish',
    );
};
