import { describe, expect, it } from 'vitest';
import { SimilaritySearch } from '#contracts/search.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { searchSimilarity } from '#core/use-cases/search-similarity.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';
import { setupSearch } from './setup-search.ts';

const said = (id: string, description: string): LivingCase =>
  aCase({ id, content: { description, status: 'open' } });

/** The cosine of one word to two, with the digits of an answer. */
const HALF_WAY = Math.round(Math.SQRT1_2 * 1e6) / 1e6;

const setup = async () => {
  const deps = await setupSearch(
    said('toner', 'toner toner'),
    said('both', 'toner drum'),
    said('drum', 'drum'),
    said('mute', 'zebra'),
  );
  const similarity = searchSimilarity(deps);
  return {
    ...deps,
    search: (body: object, tenant = 'demo') => similarity(tenant, SimilaritySearch.parse(body)),
  };
};

describe('searchSimilarity', () => {
  it('finds by text, by cosine', async () => {
    const { search } = await setup();

    const { results, total } = await search({ query: 'toner' });

    expect(results.map(({ id, score, scores }) => [id, score, scores])).toEqual([
      ['toner', 1, { keyword: null, vector: 1 }],
      ['both', HALF_WAY, { keyword: null, vector: HALF_WAY }],
      ['drum', 0, { keyword: null, vector: 0 }],
    ]);
    expect(total).toBe(3);
  });

  it('finds by case, itself left out, above a cosine', async () => {
    const { search } = await setup();

    const { results } = await search({ case_id: 'toner', min_score: 0.5 });

    expect(results.map(({ id }) => id)).toEqual(['both']);
  });

  it('takes a case that is not indexed yet', async () => {
    const { search, cases } = await setup();
    await cases.write(said('new', 'a drum'), 0);

    const { results } = await search({ case_id: 'new', limit: 1 });

    expect(results.map(({ id }) => id)).toEqual(['drum']);
  });

  it('finds nothing where the subject says nothing to the model', async () => {
    const { search } = await setup();

    expect(await search({ case_id: 'mute' })).toMatchObject({ results: [], total: 0 });
    expect(await search({ query: 'zebra' })).toMatchObject({ results: [], total: 0 });
  });

  it.each([
    ['nobody has the case', { case_id: 'nobody' }, 'demo'],
    ['another tenant has the case', { case_id: 'toner' }, 'other'],
    ['nobody has the article', { article_id: 'a' }, 'demo'],
  ])('is not_found when %s', async (_, body, tenant) => {
    const { search } = await setup();

    await expect(search(body, tenant)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is not_found for a deleted case, which is not shown either', async () => {
    const { search, cases } = await setup();
    await cases.write(aDeletedCase({ id: 'both', version: 2 }), 1);

    await expect(search({ case_id: 'both' })).rejects.toMatchObject({ code: 'not_found' });
    expect((await search({ query: 'toner' })).results.map(({ id }) => id)).toEqual(['toner', 'drum']);
  });

  it('pages', async () => {
    const { search } = await setup();

    const first = await search({ query: 'toner', limit: 2 });
    const second = await search({ query: 'toner', limit: 2, cursor: first.next_cursor });

    expect(second.results.map(({ id }) => id)).toEqual(['drum']);
    expect(second.next_cursor).toBeNull();
  });
});
