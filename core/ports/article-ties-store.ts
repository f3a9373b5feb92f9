import type { ArticleTies } from '#core/links/article-ties.ts';

/** Cases whose ties change with those of an article. */
export type TiesChange = {
  /** Cases that the article rests on from now on. */
  readonly gained: readonly string[];
  /** Cases that it rested on until now. */
  readonly lost: readonly string[];
};

/** Most cases of one change. */
export const MOST_TIES = 90;

/** Which articles have to do with which cases, by article. Every implementation must pass test/contract/ties.contract.ts. */
export interface ArticleTiesStore {
  /** The ties of an article, strongly read. */
  find(tenant: string, articleId: string): Promise<ArticleTies | undefined>;
  /** Writes an article's ties over the revision before, and those of its cases with them; false when somebody was quicker. */
  write(tenant: string, articleId: string, next: ArticleTies, change: TiesChange): Promise<boolean>;
}
