import type { ArticleContent } from '#contracts/article.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { changeArticle } from '#core/articles/change-article.ts';
import { contentHash } from '#core/cases/content-hash.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';

export type ReplaceArticleDeps = { articles: ArticleStore; clock: Clock; hasher: Hasher };

/** Replaces what an article says; it never creates (`not_found`). State, source and claims stay. */
export const replaceArticle =
  ({ articles, clock, hasher }: ReplaceArticleDeps) =>
  (tenant: string, id: string, content: ArticleContent, ifMatch?: number): Promise<LivingArticle> =>
    changeArticle(articles, { tenant, id, ifMatch }, (row) => ({
      ...row,
      version: row.version + 1,
      content,
      contentHash: contentHash(hasher, content),
      updatedAt: clock.now().toISOString(),
    }));
