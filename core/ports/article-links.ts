import type { ArticleLink } from '#core/links/article-link.ts';

/** Most links of one article, or one case, that are read. */
export const MOST_LINKS = 1_000;

/** Which articles people linked to which cases. Every implementation must pass test/contract/article-links.contract.ts. */
export interface ArticleLinks {
  /** Keeps a link unless the two are linked; answers what is there afterwards, so that the first one stays. */
  add(link: ArticleLink): Promise<ArticleLink>;
  /** Takes a link away; whether there was one. */
  remove(tenant: string, articleId: string, caseId: string): Promise<boolean>;
  /** Links of an article by case id, at most MOST_LINKS, strongly read. */
  ofArticle(tenant: string, articleId: string): Promise<readonly ArticleLink[]>;
  /** Links of a case, at most MOST_LINKS, strongly read. */
  ofCase(tenant: string, caseId: string): Promise<readonly ArticleLink[]>;
}
