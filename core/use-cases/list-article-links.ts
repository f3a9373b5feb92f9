import type { ArticleLinks as ArticleLinksView } from '#contracts/article-links.ts';
import type { Role } from '#contracts/role.ts';
import { visibleArticle } from '#core/articles/visible-article.ts';
import { linkView, newestFirst } from '#core/links/link-view.ts';
import { reuseOf } from '#core/links/reuse-of.ts';
import type { ArticleLinks } from '#core/ports/article-links.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';

export type ListArticleLinksDeps = { articles: ArticleStore; links: Pick<ArticleLinks, 'ofArticle'> };

/** The cases that an article is linked to, and what that shows; `not_found` for an article that the caller may not see. */
export const listArticleLinks =
  ({ articles, links }: ListArticleLinksDeps) =>
  async (tenant: string, id: string, roles: readonly Role[]): Promise<ArticleLinksView> => {
    await visibleArticle(articles, tenant, id, roles);
    const all = await links.ofArticle(tenant, id);
    const { cases, independent } = reuseOf(all);
    return { items: newestFirst(all).map(linkView), reuse: { cases, independent: independent.length } };
  };
