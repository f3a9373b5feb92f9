import type * as z from 'zod';
import type { ArticleListQuery, ArticlePageView } from '#contracts/article-list.ts';
import { articleSummary, articleView } from '#core/articles/article-view.ts';
import { listArticles, type ListArticlesDeps } from '#core/use-cases/list-articles.ts';
import { commonFilters, oneOf } from '#lambdas/shared/common-filters.ts';
import type { Caller } from '#lambdas/shared/operation.ts';
import { recordPage } from '#lambdas/shared/record-page.ts';

type Query = z.infer<typeof ArticleListQuery>;

/** Pages of `GET /knowledge`, of what the caller may see. */
export const articlePages = (deps: ListArticlesDeps) => {
  const list = listArticles(deps);

  return (
    { tenant, roles }: Caller,
    { limit, cursor, full, state, audience, tags, ...common }: Query,
  ): Promise<z.infer<typeof ArticlePageView>> => {
    const filters = {
      ...commonFilters(common),
      ...oneOf('audience', audience),
      ...oneOf('tags', tags),
    };
    return recordPage(
      { list: 'articles', tenant, scope: JSON.stringify({ state, filters }), cursor },
      (after) => list(tenant, { state, filters, limit, after }, roles),
      full ? articleView : articleSummary,
    );
  };
};
