import type { LivingArticle } from '#core/articles/article-row.ts';
import type { ArticleWrite } from '#core/ports/article-store.ts';
import type { Tombstone } from '#core/records/stored-row.ts';

/** The write of one article by an engineer, over the version before it or none. */
export const written = (row: LivingArticle | Tombstone, expected = 0): ArticleWrite[] => [
  { row, expected, change: { kind: 'edited', by: { kind: 'principal', id: 'demo-engineer' } } },
];
