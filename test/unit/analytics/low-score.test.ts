import { describe, expect, it } from 'vitest';
import { isLowScore } from '#core/analytics/low-score.ts';
import type { SearchResult } from '#contracts/search.ts';

const hit = (keyword: number | null, vector: number | null): SearchResult => ({
  id: 'c-1',
  type: 'case',
  title: null,
  snippet: '',
  score: 1,
  scores: { keyword, vector },
  category: null,
  product: null,
  updated_at: '',
});

describe('isLowScore', () => {
  it.each([
    ['nothing is found: that is a count of its own', 'static-en-256-a', [], false],
    ['neither words nor meaning are good', 'static-en-256-a', [hit(0.3, 0.4), hit(0, null)], true],
    ['one hit has the words', 'static-en-256-a', [hit(0.3, 0.4), hit(0.9, 0)], false],
    ['one hit has the meaning', 'static-en-256-a', [hit(0.1, 0.8)], false],
    ['an arm is off', 'static-en-256-a', [hit(null, 0.2)], true],
    ['nobody measured the model: its cosine says nothing', 'new', [hit(0.1, 0.9)], true],
  ] as const)('where %s', (_, model, results, low) => {
    expect(isLowScore({ model, results: [...results] })).toBe(low);
  });
});
