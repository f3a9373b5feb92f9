import { describe, expect, it } from 'vitest';
import { listClaims } from '#core/use-cases/list-claims.ts';
import { aCaller } from '#test/support/a-caller.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';
import { anArticle } from '#test/support/an-article.ts';
import { memoryArticles } from '#test/support/memory-articles.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';

const comment = {
  id: 'f-1',
  type: 'comment',
  body: 'It helped.',
  created_at: '2026-01-01T00:00:00.000Z',
} as const;
const CASE = aCase({
  id: 'c-1',
  content: {
    title: 'Blank pages',
    status: 'resolved',
    description: `${'😀'.repeat(100)}the drum was worn${'😀'.repeat(100)}`,
    resolution: 'Replaced the drum.',
    feed: [comment],
  },
});

const setup = (
  ids: readonly string[],
  quotes: readonly string[],
  state: 'validated' | 'archived' = 'validated',
) => {
  const claims = [{ text: 'The drum is worn.', case_ids: [...ids], quotes: [...quotes] }];
  const { articles } = memoryArticles([anArticle({ claims, state })]);
  const cases = memoryCaseStore([CASE, aDeletedCase({ id: 'c-2' }), aCase({ id: 'c-9', tenant: 'other' })]);
  return listClaims({ articles, cases });
};
const sourcesOf = async (ids: readonly string[], quotes: readonly string[]) =>
  (await setup(ids, quotes)(aCaller({ roles: ['viewer'] }), 'a-1'))[0]!.sources;

describe('listClaims', () => {
  it.each([
    ['Blank', 'title', '', ' pages'],
    ['the drum.', 'resolution', 'Replaced ', ''],
    ['helped', 'feed', 'It ', '.'],
    ['the drum was worn', 'description', '😀'.repeat(60), '😀'.repeat(60)],
    ['he drum was wor', 'description', `${'😀'.repeat(59)}t`, `n${'😀'.repeat(59)}`],
  ])('shows where %s stands, in its surroundings', async (quote, field, before, after) => {
    expect(await sourcesOf(['c-1'], [quote])).toEqual([
      {
        case_id: 'c-1',
        quote,
        standing: 'stands',
        title: 'Blank pages',
        status: 'resolved',
        found: { field, before, after },
      },
    ]);
  });

  it('says where words were changed, and which cases are gone', async () => {
    const sources = await sourcesOf(['c-1', 'c-2', 'c-9', 'c-1'], ['the fuser', 'x', 'x', '']);

    expect(sources.map(({ standing }) => standing)).toEqual(['changed', 'gone', 'gone', 'changed']);
    expect(sources[1]).toEqual({ case_id: 'c-2', quote: 'x', standing: 'gone' });
  });

  it('is for those who see the article and may read cases', async () => {
    const hidden = setup(['c-1'], ['Blank'], 'archived');

    await expect(hidden(aCaller({ roles: ['viewer'] }), 'a-1')).rejects.toMatchObject({ code: 'not_found' });
    await expect(hidden(aCaller({ roles: ['service'] }), 'a-1')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(hidden(aCaller({ tenant: 'other' }), 'a-1')).rejects.toMatchObject({ code: 'not_found' });
    expect(await hidden(aCaller(), 'a-1')).toHaveLength(1);
  });
});
