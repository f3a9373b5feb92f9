import { ArticleContent } from '#contracts/article.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';

/** What an article says; a test names only the fields it is about. */
export const articleContent = (overrides: Partial<ArticleContent> = {}): ArticleContent =>
  ArticleContent.parse({
    title: 'Blank pages from a laser printer',
    content: '## Resolution\n\nReplace the drum.',
    ...overrides,
  });

/** A validated article of tenant `demo`; a test names only the fields it is about. */
export const anArticle = (overrides: Partial<LivingArticle> = {}): LivingArticle => ({
  tenant: 'demo',
  id: 'a-1',
  version: 1,
  deleted: false,
  content: articleContent(),
  contentHash: 'a'.repeat(64),
  state: 'validated',
  source: 'manual',
  claims: [],
  createdAt: '2026-01-02T03:04:05.000Z',
  updatedAt: '2026-01-02T03:04:05.000Z',
  ...overrides,
});
