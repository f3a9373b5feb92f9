import type { ArticleChange } from '#contracts/article-change.ts';
import type { AuthoriserContext } from '#contracts/principal.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import { actorOf } from './actor-of.ts';
import type { LivingArticle } from './article-row.ts';
import { changeArticle } from './change-article.ts';
import { checkStanding } from './check-standing.ts';

/** Which article a person changes, over which version of it, and what they do and say. */
export type PersonsEdit = {
  readonly id: string;
  readonly ifMatch?: number | undefined;
  readonly change: Omit<ArticleChange, 'by'>;
};

/**
 * A person's change of an article: `next` says what it becomes, or gives the row back where nothing changes. Version and
 * time are set here, and the rules of audience and governance hold.
 */
export const changeAsPerson = (
  { articles, clock }: { readonly articles: ArticleStore; readonly clock: Clock },
  who: AuthoriserContext,
  { id, ifMatch, change }: PersonsEdit,
  next: (row: LivingArticle) => LivingArticle | Promise<LivingArticle>,
): Promise<LivingArticle> => {
  const edit = { tenant: who.tenant, id, ifMatch, change: { ...change, by: actorOf(who) } };
  return changeArticle(articles, edit, async (row) => {
    const changed = await next(row);
    if (changed === row) return row;
    checkStanding(row, changed, who.roles);
    return { ...changed, version: row.version + 1, updatedAt: clock.now().toISOString() };
  });
};
