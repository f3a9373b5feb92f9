import type { ArticleContent } from '#contracts/article.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import { createRecord, type CreateRecordDeps } from '#core/records/create-record.ts';

export type CreateArticleDeps = CreateRecordDeps & { articles: ArticleStore };

/** Makes an article that a person writes, as work in progress; an id that exists is refused with `already_exists`. */
export const createArticle =
  ({ articles, ...deps }: CreateArticleDeps) =>
  (tenant: string, content: ArticleContent, wishedId?: string): Promise<LivingArticle> =>
    createRecord({ noun: 'article', store: articles }, deps, { tenant, content, id: wishedId }, (row) => ({
      ...row,
      state: 'work_in_progress',
      source: 'manual',
      claims: [],
    }));
