import type { ArticleApproval } from '#contracts/review-decisions.ts';
import type { AuthoriserContext } from '#contracts/principal.ts';
import { approvedState, checkApproval } from '#core/articles/approved-state.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { changeAsPerson } from '#core/articles/change-as-person.ts';
import { movedArticle } from '#core/articles/moved-article.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';

export type ApproveArticleDeps = { articles: ArticleStore; clock: Clock; hasher: Hasher };

/**
 * A person has looked at an article that waits and found it right: it is published, and waits no longer. One that is
 * approved already stays as it is, so that a request whose answer was lost may be sent again.
 */
export const approveArticle =
  (deps: ApproveArticleDeps) =>
  (
    who: AuthoriserContext,
    id: string,
    { state, audience, reason }: ArticleApproval,
    ifMatch?: number,
  ): Promise<LivingArticle> =>
    changeAsPerson(deps, who, { id, ifMatch, change: { kind: 'approved', reason } }, (row) => {
      const destination = { state: state ?? approvedState(row), audience };
      if (!row.review && row.state === destination.state) return row;
      checkApproval(row, destination.state);
      return { ...movedArticle(deps.hasher, row, destination), review: undefined };
    });
