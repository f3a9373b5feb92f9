import { describe, expect, it } from 'vitest';
import { HybridSearch, SearchAnswer } from '#contracts/search.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { searchHybrid } from '#core/use-cases/search-hybrid.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';
import { setupSearch } from './setup-search.ts';

const said = (id: string, description: string, content: Partial<LivingCase['content']> = {}): LivingCase =>
  aCase({ id, content: { title: `title of ${id}`, description, status: 'open', ...content } });

const setup = async (...rows: readonly LivingCase[]) => {
  const deps = await setupSearch(...rows);
  const hybrid = searchHybrid(deps);
  return {
    ...deps,
    search: (body: object, tenant = 'demo') =>
      hybrid(tenant, HybridSearch.parse({ query: 'toner', ...body })),
  };
};
const ids = ({ results }: SearchAnswer): string[] => results.map(({ id }) => id);

describe('searchHybrid', () => {
  it('answers in the shape of the contract', async () => {
    const { search } = await setup(
      said('a', 'the toner is <empty>', { category: 'print' }),
      said('b', 'a drum'),
    );

    const answer = await search({});

    expect(SearchAnswer.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({
      results: [
        {
          id: 'a',
          type: 'case',
          title: 'title of a',
          snippet: 'the <mark>toner</mark> is &lt;empty&gt;',
          score: 1,
          scores: { keyword: 1, vector: 1 },
          category: 'print',
          product: null,
          updated_at: '2026-01-02T03:04:05.000Z',
        },
        { id: 'b', scores: { keyword: 0, vector: 0 } },
      ],
      total: 2,
      took_ms: 0,
      cache: 'miss',
      engine: 'memory',
      model: 'known-words',
      fallback_used: null,
      search_id: 'id-1',
      next_cursor: null,
    });
    expect(answer.results[0]).not.toHaveProperty('explain');
  });

  it('explains its scores when asked', async () => {
    const { search } = await setup(said('a', 'toner'));

    const { results } = await search({ explain: true });

    expect(results[0]?.explain).toEqual({
      keyword: { score: 1, normalised: 1, weight: 0.7 },
      vector: { score: 1, normalised: 1, weight: 0.3 },
      exact_title: false,
    });
  });

  it('remembers the embedding of a query, for each tenant apart', async () => {
    const { search } = await setup(said('a', 'toner'));

    const caches = [await search({}), await search({}), await search({}, 'other')].map(({ cache }) => cache);

    expect(caches).toEqual(['miss', 'hit', 'miss']);
  });

  it('switches an arm off by a weight of 0', async () => {
    const { search, model } = await setup(said('a', 'toner'), said('b', 'drum'));
    model.texts.length = 0;

    const words = await search({ weights: { keyword: 1, vector: 0 } });
    const texts = [...model.texts];
    const meaning = await search({ weights: { keyword: 0, vector: 1 } });

    expect(texts).toEqual([]);
    expect(ids(words)).toEqual(['a']);
    expect(words.results[0]?.scores).toEqual({ keyword: 1, vector: null });
    expect(ids(meaning)).toEqual(['a', 'b']);
    expect(meaning.results[0]?.scores).toEqual({ keyword: null, vector: 1 });
  });

  it('goes by words alone when the query says nothing to the model', async () => {
    const { search } = await setup(said('a', 'zebra'), said('b', 'toner'));

    expect(ids(await search({ query: 'zebra' }))).toEqual(['a']);
  });

  it('never shows what is deleted, however stale the index, and fills the page', async () => {
    const { search, cases } = await setup(...['a', 'b', 'c', 'd'].map((id) => said(id, 'toner')));
    await cases.write(aDeletedCase({ id: 'a', version: 2 }), 1);

    const answer = await search({ limit: 2 });

    expect(ids(answer)).toEqual(['b', 'c']);
    expect(answer.total).toBe(4);
    expect(ids(await search({ limit: 2, cursor: answer.next_cursor }))).toEqual(['d']);
  });

  it('shows a row as it is now, and none of the words that it no longer has', async () => {
    const { search, cases } = await setup(said('a', 'toner secret', { status: 'open' }), said('b', 'toner'));
    const content = { title: 'new', description: 'toner only', status: 'closed', product: 'p' };
    await cases.write(aCase({ id: 'a', version: 2, content }), 1);

    const first = (await search({})).results.find(({ id }) => id === 'a');
    const open = await search({ filters: { status: 'open' } });

    expect(first).toMatchObject({ title: 'new', product: 'p', snippet: 'toner only' });
    expect(ids(open)).toEqual(['b']);
  });

  it('pages through all candidates once', async () => {
    const rows = Array.from({ length: 25 }, (_, n) => said(`c-${n}`, 'toner'));
    const { search } = await setup(...rows);

    const seen = [];
    let cursor: string | null | undefined;
    do {
      const answer = await search({ limit: 10, ...(cursor && { cursor }) });
      seen.push(...ids(answer));
      cursor = answer.next_cursor;
    } while (cursor);

    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  it.each([
    ['another query', { query: 'drum' }, 'demo'],
    ['other filters', { filters: { status: 'open' } }, 'demo'],
    ['another tenant', {}, 'other'],
  ])('refuses a cursor of %s', async (_, body, tenant) => {
    const { search } = await setup(...['a', 'b'].map((id) => said(id, 'toner')));
    const { next_cursor: cursor } = await search({ limit: 1 });

    await expect(search({ limit: 1, cursor, ...body }, tenant)).rejects.toMatchObject({
      code: 'malformed_request',
    });
  });

  it('finds nothing of another tenant, and no articles where there are none', async () => {
    const { search } = await setup(said('a', 'toner'));

    expect(await search({}, 'other')).toMatchObject({ results: [], total: 0, next_cursor: null });
    expect(await search({ types: ['article'] })).toMatchObject({ results: [] });
  });
});
