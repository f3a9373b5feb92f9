import type { ArticleContent, ArticleSource, Claim } from '#contracts/article.ts';
import type { ArticleState } from '#contracts/article-state.ts';
import type { LivingRow } from '#core/records/stored-row.ts';

/** An article as it is stored; what is not content changes only by ways of its own. */
export type LivingArticle = LivingRow & {
  readonly content: ArticleContent;
  readonly state: ArticleState;
  readonly source: ArticleSource;
  readonly claims: readonly Claim[];
  /** When the newest event of a source occurred that wrote this article; it orders events. */
  readonly sourceUpdatedAt?: string | undefined;
};
