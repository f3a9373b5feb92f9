import type { ArticleState } from '#contracts/article-state.ts';
import type { Role } from '#contracts/role.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { seesEveryState, shownStates } from '#core/articles/shown-states.ts';
import type { ArticleReader } from '#core/ports/article-store.ts';
import type { RecordPage } from '#core/ports/record-store.ts';
import { cardOfArticle } from '#core/projection/passage-of-article.ts';
import { listByFilter, type FilteredList } from '#core/records/list-by-filter.ts';
import { pageWithinBytes } from '#core/records/page-within-bytes.ts';
import type { IndexReaders } from '#core/search/live-search-index.ts';

export type ListArticlesDeps = { articles: ArticleReader; index: Pick<IndexReaders, 'list'> };

/** A page of articles; `state` undefined: every state that the caller may see. */
export type ArticleList = FilteredList & { readonly state: ArticleState | undefined };

/** A page of a tenant's articles, newest change first: from the table when nothing is asked, else from the index. */
export const listArticles = ({ articles, index }: ListArticlesDeps) => {
  const byFilter = listByFilter({ kind: 'article', store: articles, cardOf: cardOfArticle, index });

  return async (
    tenant: string,
    { state, filters, ...page }: ArticleList,
    roles: readonly Role[],
  ): Promise<RecordPage<LivingArticle>> => {
    const everyState = state === undefined && seesEveryState(roles);
    if (everyState && Object.keys(filters).length === 0) {
      return pageWithinBytes(await articles.list(tenant, page.limit, page.after));
    }
    const states = everyState ? undefined : shownStates(roles, state && [state]);
    return byFilter(tenant, { ...page, filters: { ...filters, states } });
  };
};
