import type { Role } from '#contracts/role.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { visibleArticle } from '#core/articles/visible-article.ts';
import type { ArticleReader } from '#core/ports/article-store.ts';

export type GetArticleDeps = { articles: ArticleReader };

/** Reads one article of a tenant; `not_found` when there is none that the caller may see. */
export const getArticle =
  ({ articles }: GetArticleDeps) =>
  (tenant: string, id: string, roles: readonly Role[]): Promise<LivingArticle> =>
    visibleArticle(articles, tenant, id, roles);
