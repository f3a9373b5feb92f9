import type { ArticleLink } from '#core/links/article-link.ts';

/** A link of tenant `demo`; a test names only the fields it is about. */
export const anArticleLink = (overrides: Partial<ArticleLink> = {}): ArticleLink => ({
  tenant: 'demo',
  articleId: 'a-1',
  caseId: 'c-1',
  kind: 'resolved_with',
  principal: 'ann',
  customer: 'customer-1',
  isSource: false,
  linkedAt: '2026-03-01T12:00:00.000Z',
  ...overrides,
});
