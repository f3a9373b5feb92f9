import { describe, expect, it } from 'vitest';
import { HybridSearch, SearchAnswer, SimilaritySearch } from '#contracts/search.ts';
import { IndexUnavailable } from '#core/search/index-unavailable.ts';
import { searchHybrid } from '#core/use-cases/search-hybrid.ts';
import { searchSimilarity } from '#core/use-cases/search-similarity.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';
import { setupSearch } from './setup-search.ts';

const asleep = new IndexUnavailable('all', new Error('no answer'));
const noVectors = new IndexUnavailable('vectors', new Error('429'));
const titled = (id: string, title: string) =>
  aCase({ id, content: { title, description: title, status: 'open' } });
const fails = (error: Error) => async () => {
  throw error;
};

const setup = async () => {
  const deps = await setupSearch(titled('c-1', 'toner empty'), titled('c-2', 'vpn'));
  const index = { ...deps.index };
  const embedder = { ...deps.embedder };
  const hybrid = searchHybrid({ ...deps, index, embedder });
  const ask = async (body: object = {}, tenant = 'demo') =>
    SearchAnswer.parse(await hybrid(tenant, HybridSearch.parse({ query: 'toner', ...body })));
  return { ...deps, stored: deps.index, index, embedder, ask };
};
const idsOf = ({ results }: SearchAnswer) => results.map(({ id }) => id);

describe('a search that is not answered whole', () => {
  it('goes on by words when the model fails, and says so', async () => {
    const { embedder, ask, recordedFaults } = await setup();
    embedder.embedQuery = fails(new Error('throttled'));

    const answer = await ask();

    expect(idsOf(answer)).toEqual(['c-1']);
    expect(answer).toMatchObject({
      fallback_used: 'keyword_search',
      message: expect.stringContaining('words'),
    });
    expect(answer.results[0]?.scores.vector).toBeNull();
    expect(recordedFaults).toMatchObject([{ event: 'SEARCH_DEGRADED', component: 'models' }]);
  });

  it('goes on by words when the vectors of the index fail', async () => {
    const { index, stored, ask, recordedFaults } = await setup();
    index.search = async (search) => (search.vector ? fails(noVectors)() : stored.search(search));

    expect(await ask()).toMatchObject({ fallback_used: 'keyword_search', results: [{ id: 'c-1' }] });
    expect(recordedFaults).toMatchObject([{ event: 'SEARCH_DEGRADED', component: 'vector_store' }]);
  });

  it('fails where only meaning was asked for', async () => {
    const { embedder, index, ask } = await setup();
    const weights = { keyword: 0, vector: 1 };

    index.search = fails(noVectors);
    await expect(ask({ weights })).rejects.toMatchObject({ code: 'unavailable' });
    embedder.embedQuery = fails(new Error('throttled'));
    await expect(ask({ weights })).rejects.toThrow('throttled');
  });

  it('shows what the same search found of late when the index is silent, without asking it again', async () => {
    const { index, ask, recordedFaults } = await setup();
    const before = await ask();
    index.search = fails(asleep);
    index.details = fails(asleep);

    const answer = await ask();

    expect(idsOf(answer)).toEqual(idsOf(before));
    expect(answer).toMatchObject({ fallback_used: 'cached', message: expect.stringContaining('earlier') });
    expect(answer.results[0]?.snippet).toContain('toner');
    expect(recordedFaults).toHaveLength(1);
  });

  it('never shows of it what was deleted since', async () => {
    const { index, cases, ask } = await setup();
    await ask();
    await cases.write(aDeletedCase(), 1);
    index.search = fails(asleep);

    const answer = await ask();
    expect(answer.fallback_used).toBe('cached');
    expect(idsOf(answer)).not.toContain('c-1');
  });

  it('says when to come back where nothing is remembered: for another search, tenant or role', async () => {
    const { index, ask } = await setup();
    await ask();
    index.search = fails(asleep);

    const refusal = { code: 'unavailable', retryAfterSeconds: 15 };
    await expect(ask({ query: 'vpn' })).rejects.toMatchObject(refusal);
    await expect(ask({}, 'other')).rejects.toMatchObject(refusal);
    await expect(ask({ types: ['article'] })).rejects.toMatchObject(refusal);
  });

  it('remembers nothing of what was found by words alone', async () => {
    const { embedder, index, ask } = await setup();
    embedder.embedQuery = fails(new Error('throttled'));
    await ask();
    index.search = fails(asleep);

    await expect(ask()).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('throws on what is a fault', async () => {
    const { index, ask } = await setup();
    await ask();
    index.search = fails(new Error('a bug'));

    await expect(ask()).rejects.toThrow('a bug');
  });

  it('is unavailable by similarity, too', async () => {
    const deps = await setupSearch(titled('c-1', 'toner'));
    const similar = searchSimilarity({ ...deps, index: { ...deps.index, search: fails(asleep) } });

    await expect(similar('demo', SimilaritySearch.parse({ query: 'toner' }))).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});
