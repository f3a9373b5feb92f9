import type { ArticleContent } from '#contracts/article.ts';
import { contentHash } from '#core/cases/content-hash.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { LivingArticle } from './article-row.ts';
import { editedClaims } from './edited-claims.ts';

/** An article that says something else, written by a person; its claims follow its text. */
export const withContent = (hasher: Hasher, row: LivingArticle, content: ArticleContent): LivingArticle => ({
  ...row,
  content,
  contentHash: contentHash(hasher, content),
  claims: editedClaims(row, content.content),
});
