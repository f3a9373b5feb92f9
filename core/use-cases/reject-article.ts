import type { AuthoriserContext } from '#contracts/principal.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { changeAsPerson } from '#core/articles/change-as-person.ts';
import { movedArticle } from '#core/articles/moved-article.ts';
import { notWaiting } from '#core/articles/not-waiting.ts';
import { settlePattern, type SettlePatternDeps } from '#core/articles/settle-pattern.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { Hasher } from '#core/ports/hasher.ts';

export type RejectArticleDeps = SettlePatternDeps & { articles: ArticleStore; hasher: Hasher };

/**
 * A person has looked at an article that waits and found it wrong: it goes to the archive, and its pattern is refused
 * until its cases are others. Both may be done again: a crash between them is mended by asking again.
 */
export const rejectArticle = (deps: RejectArticleDeps) => {
  const settle = settlePattern(deps);

  return async (
    who: AuthoriserContext,
    id: string,
    reason: string,
    ifMatch?: number,
  ): Promise<LivingArticle> => {
    const edit = { id, ifMatch, change: { kind: 'rejected', reason } } as const;
    const rejected = await changeAsPerson(deps, who, edit, (row) => {
      if (row.review) return movedArticle(deps.hasher, row, { state: 'archived' });
      if (row.state === 'archived' && row.mergedInto === undefined) return row;
      throw notWaiting('review');
    });
    await settle(who.tenant, rejected.generation, {
      kind: 'refused',
      reason: 'rejected',
      questions: [],
      note: reason,
    });
    return rejected;
  };
};
