import type { LinkKind } from '#contracts/article-links.ts';

/** That an article is linked to a case, as it is kept. */
export type ArticleLink = {
  readonly tenant: string;
  readonly articleId: string;
  readonly caseId: string;
  readonly kind: LinkKind;
  /** Who linked them. */
  readonly principal: string;
  /** Hash of the customer of the case; undefined where the case names none. */
  readonly customer: string | undefined;
  /** The article was written from this very case, which therefore shows nothing new. */
  readonly isSource: boolean;
  /** ISO 8601 UTC. */
  readonly linkedAt: string;
};
