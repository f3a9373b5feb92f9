import type { ArticleContent } from '#contracts/article.ts';
import type { AuthoriserContext } from '#contracts/principal.ts';
import { actorOf } from '#core/articles/actor-of.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { checkStanding } from '#core/articles/check-standing.ts';
import { recordedArticles } from '#core/articles/recorded-articles.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import { createRecord, type CreateRecordDeps } from '#core/records/create-record.ts';

export type CreateArticleDeps = CreateRecordDeps & { articles: ArticleStore };

/** Makes an article that a person writes, as work in progress; an id that exists is refused with `already_exists`. */
export const createArticle =
  ({ articles, ...deps }: CreateArticleDeps) =>
  async (who: AuthoriserContext, content: ArticleContent, wishedId?: string): Promise<LivingArticle> => {
    const state = 'work_in_progress';
    checkStanding(undefined, { state, content }, who.roles);
    const store = recordedArticles(articles, { kind: 'created', by: actorOf(who) });
    const wish = { tenant: who.tenant, content, id: wishedId };
    return createRecord({ noun: 'article', store }, deps, wish, (row) => ({
      ...row,
      state,
      source: 'manual',
      claims: [],
    }));
  };
