import { describe, expect, it } from 'vitest';
import type { SearchIndex } from '#core/ports/search-index.ts';
import { MATCH_END, MATCH_START } from '#core/search/match-marks.ts';
import type { Passage } from '#core/search/passage.ts';
import { aPassage, aVector } from '#test/support/a-passage.ts';

const anArticlePassage = (overrides: Partial<Passage> = {}): Passage =>
  aPassage({ kind: 'article', id: 'a-1', status: undefined, state: 'validated', ...overrides });

/** What every search index must do with what cases do not have: states and summaries. */
export const searchIndexArticlesContract = (
  name: string,
  create: () => Promise<SearchIndex>,
  visible: () => Promise<void>,
): void => {
  const filled = async (...passages: readonly Passage[]): Promise<SearchIndex> => {
    const index = await create();
    await index.upsert(passages);
    await visible();
    return index;
  };

  describe(`SearchIndex: ${name}, with articles`, () => {
    it.each([
      [{}],
      // Beside another filter, since engines may take another way then.
      [{ createdFrom: '2026-01-01T00:00:00.000Z' }],
    ])(
      'finds articles in the states that are asked for, and what has no state, beside %j',
      async (filters) => {
        const index = await filled(
          aPassage(),
          anArticlePassage({ id: 'draft', state: 'work_in_progress' }),
          anArticlePassage({ id: 'good' }),
        );
        const found = async (states: readonly string[] | undefined) => {
          const hits = await index.search({
            tenant: 'demo',
            kinds: ['case', 'article'],
            filters: { ...filters, states },
            text: 'Printer prints blank pages',
            vector: aVector(0),
            limit: 9,
          });
          return [hits.keyword, hits.vector, hits.exactTitle].map((arm) =>
            arm.map(({ id }) => id).toSorted(),
          );
        };

        const same = (...ids: readonly string[]) => [ids, ids, ids];
        expect(await found(['validated'])).toEqual(same('c-1', 'good'));
        expect(await found(['work_in_progress', 'archived'])).toEqual(same('c-1', 'draft'));
        expect(await found(undefined)).toEqual(same('c-1', 'draft', 'good'));
        expect(await found([])).toEqual(same('c-1'));
      },
    );

    it('fills its limit with what may be found, however near the rest is', async () => {
      const hidden = Array.from({ length: 20 }, (_, n) =>
        anArticlePassage({ id: `draft-${n}`, state: 'work_in_progress' }),
      );
      const index = await filled(...hidden, aPassage({ vector: aVector(0, 1) }));

      const { vector } = await index.search({
        tenant: 'demo',
        kinds: ['case', 'article'],
        filters: { states: ['validated'] },
        vector: aVector(0),
        limit: 5,
      });

      expect(vector.map(({ id }) => id)).toEqual(['c-1']);
    });

    it('lists articles by state, and follows a change of it', async () => {
      const index = await filled(anArticlePassage({ state: 'work_in_progress' }));
      const listed = async (state: string) =>
        (await index.list({ tenant: 'demo', kind: 'article', filters: { states: [state] }, limit: 9 })).map(
          ({ id }) => id,
        );

      expect([await listed('work_in_progress'), await listed('archived')]).toEqual([['a-1'], []]);
      await index.upsert([anArticlePassage({ version: 2, state: 'archived' })]);
      await visible();
      expect([await listed('work_in_progress'), await listed('archived')]).toEqual([[], ['a-1']]);
    });

    it('finds words of a summary and covers them', async () => {
      const index = await filled(anArticlePassage({ summary: 'Replace the fuser.' }));

      const { keyword } = await index.search({
        tenant: 'demo',
        kinds: ['article'],
        filters: {},
        text: 'fuser',
        limit: 9,
      });
      const details = await index.details({
        tenant: 'demo',
        text: 'fuser',
        keys: [{ kind: 'article', id: 'a-1' }],
      });

      expect(keyword.map(({ id }) => id)).toEqual(['a-1']);
      expect(details.get('article#a-1')).toMatchObject({
        coverage: 1,
        snippet: expect.stringContaining(`${MATCH_START}fuser${MATCH_END}`),
      });
    });
  });
};
