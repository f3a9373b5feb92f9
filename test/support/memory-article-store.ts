import type { LivingArticle } from '#core/articles/article-row.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { Tombstone } from '#core/records/stored-row.ts';
import { memoryArticles } from './memory-articles.ts';

/** Articles in memory, a twin of the table for unit tests. */
export const memoryArticleStore = (initial: readonly (LivingArticle | Tombstone)[] = []): ArticleStore =>
  memoryArticles(initial).articles;
