import type { ArticleGeneration } from '#contracts/article-generation.ts';

/** How an article was written from a pattern of 24 cases; a test names only the fields it is about. */
export const aGeneration = (overrides: Partial<ArticleGeneration> = {}): ArticleGeneration => ({
  pattern_id: 'p-1',
  evidence: 'e'.repeat(64),
  cases: 24,
  customers: 6,
  model: 'extractive',
  prompt_version: '1',
  confidence: 0.8,
  removed: 0,
  input_tokens: 0,
  output_tokens: 0,
  cost_usd: 0,
  run_id: 'run-1',
  written_at: '2026-01-02T03:04:05.000Z',
  ...overrides,
});
