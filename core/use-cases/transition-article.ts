import type { ArticleTransition } from '#contracts/article.ts';
import type { AuthoriserContext } from '#contracts/principal.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { changeAsPerson } from '#core/articles/change-as-person.ts';
import { checkMove } from '#core/articles/check-move.ts';
import { movedArticle } from '#core/articles/moved-article.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';

export type TransitionArticleDeps = { articles: ArticleStore; clock: Clock; hasher: Hasher };

/**
 * Moves an article to a state that its own state allows, else `conflict`. One that is there already stays as it is, so
 * that a request whose answer was lost may be sent again. Reviews are decided by their own ways; only the archive ends
 * one.
 */
export const transitionArticle =
  (deps: TransitionArticleDeps) =>
  (
    who: AuthoriserContext,
    id: string,
    { state, audience, reason }: ArticleTransition,
    ifMatch?: number,
  ): Promise<LivingArticle> =>
    changeAsPerson(deps, who, { id, ifMatch, change: { kind: 'moved', reason } }, (row) => {
      if (row.state === state && (audience ?? row.content.audience) === row.content.audience) return row;
      if (row.state !== state) checkMove(row.state, state, who.roles);
      return movedArticle(deps.hasher, row, { state, audience });
    });
