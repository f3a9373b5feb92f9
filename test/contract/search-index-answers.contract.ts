import { describe, expect, it } from 'vitest';
import type { IndexSearch, SearchIndex } from '#core/ports/search-index.ts';
import { MATCH_END, MATCH_START } from '#core/search/match-marks.ts';
import type { PassageFilters } from '#core/search/passage-filters.ts';
import type { PassageKey } from '#core/search/passage.ts';
import { aPassage, aVector } from '#test/support/a-passage.ts';

const KEY: PassageKey = { kind: 'case', id: 'c-1' };
const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;

const aSearch = (overrides: Partial<IndexSearch> = {}): IndexSearch => ({
  tenant: 'demo',
  kinds: ['case', 'article', 'document'],
  filters: {},
  limit: 10,
  ...overrides,
});

const wordHits = async (index: SearchIndex, text: string, overrides: Partial<IndexSearch> = {}) =>
  (await index.search(aSearch({ text, ...overrides }))).keyword.map(({ id }) => id);

/** What every search index must do when it is asked. */
export const searchIndexAnswersContract = (
  name: string,
  create: () => Promise<SearchIndex>,
  visible: () => Promise<void>,
): void => {
  const filled = async (...passages: readonly Parameters<typeof aPassage>[0][]): Promise<SearchIndex> => {
    const index = await create();
    await index.upsert(passages.map((overrides) => aPassage(overrides)));
    await visible();
    return index;
  };

  describe(`SearchIndex: ${name}, asked`, () => {
    it('knows nothing of a tenant that has nothing', async () => {
      const index = await create();

      expect(await index.search(aSearch({ text: 'x', vector: aVector(0) }))).toEqual({
        keyword: [],
        vector: [],
        exactTitle: [],
      });
      expect(await index.versions('demo', 'case', ['c-1'])).toEqual(new Map());
      expect(await index.count('demo')).toBe(0);
      expect(await index.vectorOf('demo', KEY)).toBeUndefined();
      expect(await index.list({ tenant: 'demo', kind: 'case', filters: {}, limit: 5 })).toEqual([]);
      expect(await index.details({ tenant: 'demo', text: 'x', keys: [KEY] })).toEqual(new Map());
      await expect(index.ping()).resolves.toBeUndefined();
    });

    it('finds a passage by a word of its text, its title and its id', async () => {
      const index = await filled(
        { id: 'in-text', title: 'a', text: 'the toner is empty' },
        { id: 'in-title', title: 'Toner', text: 'nothing' },
        { id: 'TICKET-77', title: 'b', text: 'nothing' },
      );

      expect((await wordHits(index, 'toner')).toSorted()).toEqual(['in-text', 'in-title']);
      expect(await wordHits(index, 'ticket-77')).toEqual(['TICKET-77']);
    });

    it.each([
      ['0x80070005', 'update fails with 0x80070005 again'],
      ['E-4711', 'the panel shows E-4711.'],
      ['kb123', 'see KB123 for this'],
      ['ERR_CONNECTION_RESET', 'chrome says err_connection_reset'],
    ])('finds the code %s', async (code, text) => {
      const index = await filled({ id: 'with', text }, { id: 'without', text: 'the panel shows nothing' });

      expect((await wordHits(index, code))[0]).toBe('with');
    });

    it.each([
      '"',
      '"toner',
      'NEAR(toner, 5)',
      'toner*',
      '-toner',
      'toner AND',
      'title:toner',
      '{title text} : toner',
      '^toner',
      "'; DROP TABLE passage; --",
      'to\0ner',
      'lone \ud800 surrogate',
      '… ??? !!!',
      '%_\\',
      '漢字 😀',
      'x '.repeat(500),
      'y'.repeat(1_000),
    ])('takes %j for plain text', async (text) => {
      const index = await filled({ text: 'the toner is empty' });

      const found = await index.search(aSearch({ text, vector: aVector(0) }));
      const details = await index.details({ tenant: 'demo', text, vector: aVector(0), keys: [KEY] });

      expect(found.vector).toHaveLength(1);
      expect(found.keyword).toHaveLength(/\btoner\b/.test(text) ? 1 : 0);
      expect(details.size).toBe(1);
    });

    it('orders by cosine and says it', async () => {
      const index = await filled(
        { id: 'same', vector: aVector(0) },
        { id: 'near', vector: aVector(0, 1) },
        { id: 'across', vector: aVector(2) },
        { id: 'none', vector: undefined },
      );

      const { vector } = await index.search(aSearch({ vector: aVector(0) }));

      expect(vector.map(({ id }) => id)).toEqual(['same', 'near', 'across']);
      expect(vector.map(({ score }) => score)).toEqual(
        [1, Math.SQRT1_2, 0].map((score) => expect.closeTo(score, 4)),
      );
      expect(vector[0]).toMatchObject({ kind: 'case', version: 1, updatedAt: aPassage().updatedAt });
    });

    it('gives each arm its limit', async () => {
      const index = await filled(
        ...Array.from({ length: 12 }, (_, n) => ({ id: `c-${n}`, title: 'blank pages' })),
      );

      const { keyword, vector } = await index.search(
        aSearch({ text: 'blank', vector: aVector(0), limit: 5 }),
      );

      expect([keyword.length, vector.length]).toEqual([5, 5]);
    });

    it('asks only the arms that are wanted', async () => {
      const index = await filled({ title: 'blank' });

      expect(await index.search(aSearch({ text: 'blank' }))).toMatchObject({ vector: [] });
      expect(await index.search(aSearch({ vector: aVector(0) }))).toMatchObject({
        keyword: [],
        exactTitle: [],
      });
    });

    it('tells titles that are the query, letter case and spaces aside', async () => {
      const index = await filled(
        { id: 'exact', title: 'VPN  does not connect' },
        { id: 'more', title: 'VPN does not connect today' },
        { id: 'blank', title: undefined },
      );

      const { exactTitle } = await index.search(aSearch({ text: 'vpn does NOT connect ' }));

      expect(exactTitle.map(({ id, score }) => [id, score])).toEqual([['exact', 1]]);
    });

    it.each<[PassageFilters, string[]]>([
      [{}, ['a', 'b', 'c']],
      [{ category: ['network'] }, ['a']],
      [{ category: ['network', 'disk'] }, ['a', 'b']],
      [{ category: ['network'], status: ['closed'] }, []],
      [{ product: ['router'] }, ['a']],
      [{ status: ['open'] }, ['a', 'c']],
      [{ customer: ['acme'] }, ['b']],
      [{ audience: ['public'] }, ['c']],
      [{ tags: ['vpn', 'raid'] }, ['a', 'b']],
      [{ tags: ['nobody'] }, []],
      [{ createdFrom: day(2) }, ['b', 'c']],
      [{ createdTo: day(2) }, ['a', 'b']],
      [{ updatedFrom: day(12), updatedTo: day(12) }, ['b']],
    ])('filters by %j', async (filters, expected) => {
      const index = await filled(
        {
          id: 'a',
          category: 'network',
          product: 'router',
          tags: ['vpn', 'mac'],
          createdAt: day(1),
          updatedAt: day(11),
        },
        {
          id: 'b',
          category: 'disk',
          status: 'closed',
          customer: 'acme',
          tags: ['raid'],
          createdAt: day(2),
          updatedAt: day(12),
        },
        { id: 'c', kind: 'article', audience: 'public', createdAt: day(3), updatedAt: day(13) },
      );

      const found = await index.search(aSearch({ text: 'pages', vector: aVector(0), filters }));
      const exact = await index.search(aSearch({ text: 'printer prints blank pages', filters }));
      const listed = await index.list({ tenant: 'demo', kind: 'case', filters, limit: 9 });

      expect(found.keyword.map(({ id }) => id).toSorted()).toEqual(expected);
      expect(found.vector.map(({ id }) => id).toSorted()).toEqual(expected);
      expect(exact.exactTitle.map(({ id }) => id).toSorted()).toEqual(expected);
      expect(listed.map(({ id }) => id)).toEqual(expected.filter((id) => id !== 'c').toReversed());
    });

    it('finds only the kinds that are asked for', async () => {
      const index = await filled({ id: 'a' }, { id: 'a', kind: 'article' });

      const found = await index.search(aSearch({ kinds: ['article'], text: 'pages', vector: aVector(0) }));

      expect(found.keyword.map(({ kind }) => kind)).toEqual(['article']);
      expect(found.vector.map(({ kind }) => kind)).toEqual(['article']);
    });

    it('keeps tenants apart, in everything', async () => {
      const index = await filled({ tenant: 'demo' }, { tenant: 'other', id: 'c-2', text: 'zebra' });

      const found = await index.search(aSearch({ tenant: 'other', text: 'pages blank', vector: aVector(0) }));

      expect([...found.keyword, ...found.vector].map(({ id }) => id)).toEqual(['c-2', 'c-2']);
      expect(await wordHits(index, 'zebra')).toEqual([]);
      expect(await index.versions('other', 'case', ['c-1'])).toEqual(new Map());
      expect(await index.vectorOf('other', KEY)).toBeUndefined();
      expect(await index.details({ tenant: 'other', text: 'pages', keys: [KEY] })).toEqual(new Map());
      expect(await index.list({ tenant: 'other', kind: 'case', filters: {}, limit: 9 })).toMatchObject([
        { id: 'c-2' },
      ]);
      expect([await index.count('demo'), await index.count('other')]).toEqual([1, 1]);
      await index.remove([{ ...KEY, tenant: 'other', version: 9 }]);
      await index.forget('other', [KEY]);
      await visible();
      expect(await wordHits(index, 'blank')).toEqual(['c-1']);
    });

    it('tells how much of the query a hit covers, how near it is, and where it matches', async () => {
      const index = await filled(
        { id: 'both', title: 'toner', text: 'the drum is worn', vector: aVector(0, 1) },
        { id: 'one', title: 'other', text: 'the drum turns', vector: undefined },
        { id: 'nothing', title: 'other', text: 'zebra crossing' },
      );
      const keys = ['both', 'one', 'nothing', 'nobody'].map((id) => ({ kind: 'case', id }) as const);

      const details = await index.details({ tenant: 'demo', text: 'toner drum', vector: aVector(0), keys });

      expect([...details.keys()]).toEqual(['case#both', 'case#one', 'case#nothing']);
      expect(details.get('case#both')).toMatchObject({
        coverage: 1,
        cosine: expect.closeTo(Math.SQRT1_2, 4),
      });
      expect(details.get('case#both')?.snippet).toContain(`${MATCH_START}drum${MATCH_END}`);
      expect(details.get('case#one')?.coverage).toBeGreaterThan(0);
      expect(details.get('case#one')?.coverage).toBeLessThan(1);
      expect(details.get('case#one')?.cosine).toBeUndefined();
      expect(details.get('case#nothing')).toMatchObject({ coverage: 0, snippet: 'zebra crossing' });
    });

    it('shows a passage that is all title by its title', async () => {
      const index = await filled({ id: 'c-1', title: 'worn drum', text: '' });
      const keys = [{ kind: 'case', id: 'c-1' } as const];
      const snippet = async (text: string) =>
        (await index.details({ tenant: 'demo', text, keys })).get('case#c-1')?.snippet;

      expect(await snippet('drum')).toBe(`worn ${MATCH_START}drum${MATCH_END}`);
      expect(await snippet('zebra')).toBe('worn drum');
    });
  });
};
