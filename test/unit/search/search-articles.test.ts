import { describe, expect, it } from 'vitest';
import type { Role } from '#contracts/role.ts';
import { HybridSearch, SimilaritySearch } from '#contracts/search.ts';
import { searchHybrid } from '#core/use-cases/search-hybrid.ts';
import { searchSimilarity } from '#core/use-cases/search-similarity.ts';
import { aCase } from '#test/support/a-case.ts';
import { anArticle, articleContent } from '#test/support/an-article.ts';
import { written } from '#test/support/written.ts';
import { setupSearch } from './setup-search.ts';

/** A case about toner, and an article about it in each of three states. */
const setup = async () => {
  const deps = await setupSearch(aCase({ id: 'case', content: { title: 'toner', status: 'open' } }));
  const content = articleContent({ title: 'the toner', content: 'toner', audience: 'partner' });
  for (const state of ['validated', 'not_validated', 'work_in_progress'] as const) {
    await deps.articles.write(written(anArticle({ id: state, state, content })));
    await deps.project([{ tenant: 'demo', kind: 'article', id: state }]);
  }
  const [hybrid, similarity] = [searchHybrid(deps), searchSimilarity(deps)];
  const ids = (answer: { results: { id: string }[] }) => answer.results.map(({ id }) => id).toSorted();
  return {
    ...deps,
    find: async (body: object, role: Role = 'viewer', tenant = 'demo') =>
      ids(await hybrid(tenant, HybridSearch.parse({ query: 'toner', ...body }), [role])),
    similar: async (body: object, role: Role = 'viewer') =>
      ids(await similarity('demo', SimilaritySearch.parse(body), [role])),
  };
};
const PUBLISHED = ['not_validated', 'validated'];
const DRAFTS = { filters: { state: ['work_in_progress', 'validated'] } };

describe('searches with articles', () => {
  it('find cases and published articles, by everybody', async () => {
    const { find, similar } = await setup();

    for (const role of ['viewer', 'engineer', 'admin'] as const) {
      expect(await find({}, role)).toEqual(['case', ...PUBLISHED]);
      expect(await similar({ query: 'toner' }, role)).toEqual(['case', ...PUBLISHED]);
    }
  });

  it('find by type and by audience', async () => {
    const { find } = await setup();

    expect(await find({ types: ['article'] })).toEqual(PUBLISHED);
    expect(await find({ types: ['case'] })).toEqual(['case']);
    expect(await find({ filters: { audience: ['partner', 'public'] } })).toEqual(PUBLISHED);
    expect(await find({ filters: { audience: ['internal'] } })).toEqual([]);
  });

  it('find articles of a state that is asked for, drafts only for those who write articles', async () => {
    const { find, similar } = await setup();

    expect(await find(DRAFTS, 'engineer')).toEqual(['validated', 'work_in_progress']);
    expect(await similar({ query: 'toner', ...DRAFTS }, 'engineer')).toEqual([
      'validated',
      'work_in_progress',
    ]);
    expect(await find(DRAFTS, 'agent')).toEqual(['validated']);
    expect(await find({ ...DRAFTS, types: ['case'] }, 'engineer')).toEqual([]);
  });

  it('show what the row says now, not what the index has', async () => {
    const { find, articles } = await setup();
    await articles.write(written(anArticle({ id: 'validated', version: 2, state: 'archived' }), 1));
    const removed = {
      tenant: 'demo',
      version: 2,
      deleted: true,
      updatedAt: '2026-01-03T00:00:00.000Z',
    } as const;
    await articles.write(written({ ...removed, id: 'not_validated' }, 1));

    expect(await find({})).toEqual(['case']);
  });

  it('find what is like an article that the caller may see, itself left out', async () => {
    const { similar } = await setup();

    expect(await similar({ article_id: 'validated' })).toEqual(['case', 'not_validated']);
    expect(await similar({ article_id: 'work_in_progress' }, 'engineer')).toEqual(['case', ...PUBLISHED]);
    await expect(similar({ article_id: 'work_in_progress' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('take an article that is not indexed yet', async () => {
    const { similar, articles } = await setup();
    await articles.write(written(anArticle({ id: 'new', content: articleContent({ summary: 'a toner' }) })));

    expect(await similar({ article_id: 'new', types: ['case'] })).toEqual(['case']);
  });

  it('show nothing of another tenant', async () => {
    const { find } = await setup();

    expect(await find(DRAFTS, 'admin', 'other')).toEqual([]);
  });
});
