import { describe, expect, it } from 'vitest';
import type { IndexSearch, SearchIndex } from '#core/ports/search-index.ts';
import type { PassageKey } from '#core/search/passage.ts';
import type { PassageFilters } from '#core/search/passage-filters.ts';
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

/** What every search index must do with what is written. */
export const searchIndexWritesContract = (
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

  describe(`SearchIndex: ${name}, written to`, () => {
    it('takes a newer version and ignores an older one', async () => {
      const index = await filled({ version: 2, text: 'second' });

      await index.upsert([aPassage({ version: 1, text: 'first', title: 'first' }), aPassage({ id: 'x' })]);
      await visible();
      expect(await wordHits(index, 'first')).toEqual([]);
      expect(await wordHits(index, 'second')).toEqual(['c-1']);
      expect(await wordHits(index, 'blank')).toContain('x');

      await index.upsert([aPassage({ version: 3, text: 'third', title: 'third', vector: undefined })]);
      await visible();
      expect(await wordHits(index, 'second')).toEqual([]);
      expect(await wordHits(index, 'third')).toEqual(['c-1']);
      expect(await index.vectorOf('demo', KEY)).toBeUndefined();
      expect(await index.count('demo')).toBe(2);
    });

    it('takes the last of the same id in one batch, and the same version again', async () => {
      const index = await filled(
        { version: 1, text: 'first' },
        { version: 2, text: 'second' },
        { version: 1, text: 'first' },
      );
      await index.upsert([aPassage({ version: 2, text: 'repaired' })]);
      await visible();

      expect(await wordHits(index, 'repaired')).toEqual(['c-1']);
      expect(await index.versions('demo', 'case', ['c-1'])).toEqual(
        new Map([['c-1', { version: 2, removed: false }]]),
      );
    });

    it('removes, and lets nothing older come back', async () => {
      const index = await filled({ version: 1, category: 'network', tags: ['vpn'] });

      await index.remove([{ ...KEY, tenant: 'demo', version: 2 }]);
      await index.upsert([aPassage({ version: 1 })]);
      await visible();

      const found = await index.search(aSearch({ text: 'printer prints blank pages', vector: aVector(0) }));
      expect(found).toEqual({ keyword: [], vector: [], exactTitle: [] });
      expect(await index.vectorOf('demo', KEY)).toBeUndefined();
      expect(await index.list({ tenant: 'demo', kind: 'case', filters: {}, limit: 9 })).toEqual([]);
      expect(await index.details({ tenant: 'demo', text: 'blank', keys: [KEY] })).toEqual(new Map());
      expect(await index.count('demo')).toBe(0);
      expect(await index.versions('demo', 'case', ['c-1', 'nobody'])).toEqual(
        new Map([['c-1', { version: 2, removed: true }]]),
      );
    });

    it('removes what it never had, so that a late write finds the version', async () => {
      const index = await create();

      await index.remove([{ ...KEY, tenant: 'demo', version: 2 }]);
      await index.upsert([aPassage({ version: 1 })]);
      await visible();
      expect(await wordHits(index, 'blank')).toEqual([]);

      await index.upsert([aPassage({ version: 3 })]);
      await visible();
      expect(await wordHits(index, 'blank')).toEqual(['c-1']);
      expect(await index.count('demo')).toBe(1);
    });

    it('ignores a removal that is older than the passage', async () => {
      const index = await filled({ version: 3 });

      await index.remove([{ ...KEY, tenant: 'demo', version: 2 }]);
      await visible();

      expect(await wordHits(index, 'blank')).toEqual(['c-1']);
    });

    it('forgets passages and versions, so that an id may begin again', async () => {
      const index = await filled({ version: 5 }, { id: 'c-2', version: 5 });
      await index.remove([{ kind: 'case', id: 'c-2', tenant: 'demo', version: 6 }]);

      await index.forget('demo', [KEY, { kind: 'case', id: 'c-2' }, { kind: 'case', id: 'nobody' }]);
      await visible();
      expect(await index.versions('demo', 'case', ['c-1', 'c-2'])).toEqual(new Map());
      expect(await index.count('demo')).toBe(0);

      await index.upsert([aPassage({ version: 1 })]);
      await visible();
      expect(await wordHits(index, 'blank')).toEqual(['c-1']);
    });

    it('reads a vector back as it was', async () => {
      const index = await filled({ vector: aVector(1, 3, 5) });

      const vector = await index.vectorOf('demo', KEY);

      expect([...(vector ?? [])]).toEqual([...aVector(1, 3, 5)]);
    });

    it('lists newest first, then by id descending, page by page', async () => {
      const index = await filled(
        ...Array.from({ length: 23 }, (_, n) => ({ id: `c-${n}`, updatedAt: day(1 + Math.floor(n / 4)) })),
        { id: 'an article', kind: 'article' as const, updatedAt: day(3) },
      );
      const list = { tenant: 'demo', kind: 'case', filters: {}, limit: 5 } as const;

      const listed = [];
      let page = await index.list(list);
      while (page.length > 0) {
        listed.push(...page);
        page = await index.list({ ...list, after: page.at(-1) });
      }

      const sorted = listed.toSorted((a, b) =>
        `${a.updatedAt}#${a.id}` < `${b.updatedAt}#${b.id}` ? 1 : -1,
      );
      expect(listed).toEqual(sorted);
      expect(new Set(listed.map(({ id }) => id)).size).toBe(23);
      expect(listed).toHaveLength(23);
    });

    it('knows which of its passages have no vector', async () => {
      const index = await filled(
        { id: 'with' },
        { id: 'bare', vector: undefined },
        { id: 'bare', kind: 'article', vector: undefined },
        { id: 'unasked', vector: undefined },
        { id: 'theirs', tenant: 'other', vector: undefined },
      );
      await index.upsert([aPassage({ id: 'gone', vector: undefined })]);
      await index.remove([{ kind: 'case', id: 'gone', tenant: 'demo', version: 2 }]);
      await visible();

      const asked = ['with', 'bare', 'gone', 'theirs', 'nobody'];
      expect(await index.withoutVector('demo', 'case', asked)).toEqual(new Set(['bare']));
      expect(await index.withoutVector('demo', 'case', [])).toEqual(new Set());
    });

    it('counts those of a kind that meet filters', async () => {
      const index = await filled(
        { id: 'old', createdAt: day(1) },
        { id: 'new', createdAt: day(9) },
        { id: 'new', kind: 'article', createdAt: day(9) },
        { id: 'theirs', tenant: 'other', createdAt: day(9) },
      );
      await index.upsert([aPassage({ id: 'gone', createdAt: day(9) })]);
      await index.remove([{ kind: 'case', id: 'gone', tenant: 'demo', version: 2 }]);
      await visible();

      const counted = (filters: PassageFilters) => index.count('demo', { kinds: ['case'], filters });
      expect(await counted({})).toBe(2);
      expect(await counted({ createdFrom: day(9) })).toBe(1);
      expect(await counted({ createdFrom: day(10) })).toBe(0);
      expect(await index.count('nobody', { kinds: ['case'], filters: {} })).toBe(0);
    });

    it('keeps ids and texts of any characters apart', async () => {
      const ids = ['a#b', 'a', "o'hara", '%', 'ä', 'ä'.normalize('NFD'), 'x'.repeat(200), '😀', ' a '];
      const index = await filled(...ids.map((id) => ({ id })));

      expect([...(await index.versions('demo', 'case', ids)).keys()].toSorted()).toEqual(ids.toSorted());
      expect(await index.count('demo')).toBe(ids.length);
    });

    it('drops all that it holds of all tenants, removed versions too, and begins anew', async () => {
      const index = await filled({ id: 'a' }, { id: 'b', tenant: 'other' });
      await index.remove([{ tenant: 'demo', kind: 'case', id: 'gone', version: 9 }]);
      await visible();

      await index.drop();
      await index.drop();
      await visible();

      expect([await index.count('demo'), await index.count('other')]).toEqual([0, 0]);
      expect(await index.versions('demo', 'case', ['a', 'gone'])).toEqual(new Map());
      await index.upsert([aPassage({ id: 'gone', version: 1 })]);
      await visible();
      expect(await index.count('demo')).toBe(1);
    });
  });
};
