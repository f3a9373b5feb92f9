import type { ArticleState } from '#contracts/article-state.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { changeArticle } from '#core/articles/change-article.ts';
import { TRANSITIONS } from '#core/articles/transitions.ts';
import { DomainError } from '#core/domain-error.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { Clock } from '#core/ports/clock.ts';

export type TransitionArticleDeps = { articles: ArticleStore; clock: Clock };

/**
 * Moves an article to a state that its own state allows, else `conflict`. One that is there already stays as it is, so
 * that a request whose answer was lost may be sent again.
 */
export const transitionArticle =
  ({ articles, clock }: TransitionArticleDeps) =>
  (tenant: string, id: string, state: ArticleState, ifMatch?: number): Promise<LivingArticle> =>
    changeArticle(articles, { tenant, id, ifMatch }, (row) => {
      if (row.state === state) return row;
      if (!TRANSITIONS[row.state].includes(state)) {
        const allowed = TRANSITIONS[row.state].join(', ');
        throw new DomainError('conflict', `an article that is ${row.state} can become: ${allowed}`);
      }
      return { ...row, version: row.version + 1, state, updatedAt: clock.now().toISOString() };
    });
