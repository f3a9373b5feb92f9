import type { ArticleChange } from '#contracts/article-change.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { RecordStore } from '#core/ports/record-store.ts';
import type { LivingArticle } from './article-row.ts';

/** The articles as records, each write of which is kept as this change: so nothing is written that nobody did. */
export const recordedArticles = (
  articles: ArticleStore,
  change: ArticleChange,
): RecordStore<LivingArticle> => ({
  find: (tenant, id) => articles.find(tenant, id),
  findMany: (tenant, ids) => articles.findMany(tenant, ids),
  list: (tenant, limit, after) => articles.list(tenant, limit, after),
  write: (row, expected) => articles.write([{ row, expected, change }]),
});
