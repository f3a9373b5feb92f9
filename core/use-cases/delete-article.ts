import { changeArticle } from '#core/articles/change-article.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import { tombstoneOf } from '#core/records/tombstone-of.ts';

export type DeleteArticleDeps = { articles: ArticleStore; clock: Clock };

/** Deletes an article, leaving a tombstone that holds its version; `not_found` when there is none. */
export const deleteArticle =
  ({ articles, clock }: DeleteArticleDeps) =>
  async (tenant: string, id: string, ifMatch?: number): Promise<void> => {
    await changeArticle(articles, { tenant, id, ifMatch }, (row) => ({
      ...tombstoneOf(clock)(row),
      sourceUpdatedAt: row.sourceUpdatedAt,
    }));
  };
