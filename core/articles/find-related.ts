import type { ArticleState } from '#contracts/article-state.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { SearchGenerations } from '#core/ports/search-generations.ts';
import type { LivingArticle } from './article-row.ts';
import { compareArticles, type Comparison } from './compare-articles.ts';

export type FindRelatedDeps = {
  articles: Pick<ArticleStore, 'findMany'>;
  generations: Pick<SearchGenerations, 'live'>;
};

/** Another article with its row, and what it is to the one that was asked about. */
export type Related = { readonly row: LivingArticle; readonly comparison: Comparison };

/** Neighbours that are compared; what is the same is among the very nearest. */
const MOST_NEIGHBOURS = 20;
const MOST_QUERY = 500;

/**
 * The articles near one, compared with it: the index finds them by its words and, where it holds it already, by its
 * vector; the rows are compared, so that what is deleted or in another state by now is left out.
 */
export const findRelated =
  ({ articles, generations }: FindRelatedDeps) =>
  async (row: LivingArticle, states: readonly ArticleState[]): Promise<readonly Related[]> => {
    const { tenant, id, content } = row;
    const { index } = await generations.live();
    const found = await index.search({
      tenant,
      text: `${content.title} ${content.summary ?? ''}`.slice(0, MOST_QUERY),
      vector: await index.vectorOf(tenant, { kind: 'article', id }),
      kinds: ['article'],
      filters: { states },
      limit: MOST_NEIGHBOURS,
    });
    const ids = new Set(
      [...found.vector, ...found.keyword].map((hit) => hit.id).filter((other) => other !== id),
    );
    const rows = await articles.findMany(tenant, [...ids]);
    const living = [...rows.values()].flatMap((other) =>
      other.deleted || !states.includes(other.state) ? [] : [other],
    );
    return compareArticles(row, living).flatMap((comparison) =>
      living.flatMap((other) => (other.id === comparison.id ? [{ row: other, comparison }] : [])),
    );
  };
