import { describe, expect, it } from 'vitest';
import { HybridSearch, SimilaritySearch } from '#contracts/search.ts';

const paths = (result: { error?: { issues: { path: PropertyKey[] }[] } | undefined }): string[] =>
  result.error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('HybridSearch', () => {
  it('fills in what is left out', () => {
    expect(HybridSearch.parse({ query: '  toner ' })).toEqual({
      query: 'toner',
      limit: 10,
      types: ['case', 'article', 'document'],
      filters: {},
      explain: false,
    });
  });

  it('takes one value or several, a status in any letter case, and the whole of a last day', () => {
    const filters = {
      category: 'disk',
      status: ['Open', 'CLOSED'],
      created_to: '2026-01-31',
      created_from: '2026-01-31',
    };

    expect(HybridSearch.parse({ query: 'x', filters }).filters).toEqual({
      category: ['disk'],
      status: ['open', 'closed'],
      created_to: '2026-01-31T23:59:59.999Z',
      created_from: '2026-01-31T00:00:00.000Z',
    });
  });

  it('makes any text well-formed', () => {
    expect(HybridSearch.parse({ query: 'a\0b \ud800' }).query).toBe('a b \ufffd');
  });

  it.each([
    [{}, 'query'],
    [{ query: '   ' }, 'query'],
    [{ query: 'x'.repeat(1001) }, 'query'],
    [{ query: 7 }, 'query'],
    [{ query: 'x', limit: 0 }, 'limit'],
    [{ query: 'x', limit: 101 }, 'limit'],
    [{ query: 'x', limit: 1.5 }, 'limit'],
    [{ query: 'x', types: ['ticket'] }, 'types.0'],
    [{ query: 'x', types: [] }, 'types'],
    [{ query: 'x', weights: { keyword: 0, vector: 0 } }, 'weights'],
    [{ query: 'x', weights: { keyword: 2, vector: 0 } }, 'weights.keyword'],
    [{ query: 'x', weights: { keyword: 1 } }, 'weights.vector'],
    [{ query: 'x', filters: { created_from: 'yesterday' } }, 'filters.created_from'],
    [{ query: 'x', filters: { colour: 'red' } }, 'filters'],
    [{ query: 'x', page: 2 }, ''],
  ])('refuses %j', (body, path) => {
    expect(paths(HybridSearch.safeParse(body))).toContain(path);
  });
});

describe('SimilaritySearch', () => {
  it.each([{}, { query: 'x', case_id: 'c' }, { case_id: 'c', article_id: 'a' }])(
    'wants exactly one subject, not %j',
    (body) => {
      expect(paths(SimilaritySearch.safeParse(body))).toEqual(['query']);
    },
  );

  it('takes each subject', () => {
    for (const body of [{ query: 'x' }, { case_id: 'c' }, { article_id: 'a', min_score: 0.5 }]) {
      expect(SimilaritySearch.safeParse(body).success).toBe(true);
    }
    expect(paths(SimilaritySearch.safeParse({ query: 'x', min_score: 2 }))).toEqual(['min_score']);
  });
});
