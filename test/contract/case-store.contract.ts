import { describe, expect, it } from 'vitest';
import type { CaseStore } from '#core/ports/case-store.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';

const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;

/** What every case store must do. */
export const caseStoreContract = (name: string, create: () => Promise<CaseStore>): void => {
  describe(`CaseStore: ${name}`, () => {
    it('returns what was written, whole', async () => {
      const store = await create();
      const row = aCase({
        id: 'weird id/äöü#%2F?',
        sourceUpdatedAt: day(1),
        lineage: { import_id: 'i', line: 3, source_hash: 'h', pipeline_version: '1' },
        content: {
          title: 't',
          status: 'open',
          tags: ['a', ''],
          attributes: {
            n: 1.5,
            big: 12_345_678_901_234_567_000,
            small: 1e-200,
            deep: { list: [null, true, 'x'] },
          },
          feed: [{ id: 'f', type: 'note', body: 'b', created_at: day(2) }],
        },
      });

      await store.write(row, 0);

      expect(await store.find('demo', row.id)).toEqual(row);
    });

    it('returns content that is larger than a row', async () => {
      const store = await create();
      const content = {
        title: 'long',
        status: 'open',
        description: 'ä'.repeat(100_000),
        resolution: '€'.repeat(100_000),
      };

      await store.write(aCase({ content }), 0);

      expect(await store.find('demo', 'c-1')).toMatchObject({ content });
      expect((await store.findMany('demo', ['c-1'])).get('c-1')).toMatchObject({ content });
    });

    it('returns content that today’s limits would refuse, for it was taken once', async () => {
      const store = await create();
      const row = aCase({ content: { title: 'x'.repeat(900), status: 'i̇'.repeat(200) } });

      await store.write(row, 0);

      expect(await store.find('demo', 'c-1')).toEqual(row);
    });

    it('knows no row of another tenant or of nobody', async () => {
      const store = await create();
      await store.write(aCase(), 0);

      expect(await store.find('other', 'c-1')).toBeUndefined();
      expect(await store.findMany('other', ['c-1'])).toEqual(new Map());
      expect((await store.list('other', 10)).rows).toEqual([]);
      expect(await store.find('demo', 'c-2')).toBeUndefined();
    });

    it.each([
      ['a row where none is expected', 0],
      ['another version', 7],
    ])('refuses a write over %s and keeps what was there', async (_, expected) => {
      const store = await create();
      await store.write(aCase(), 0);

      await expect(store.write(aCase({ version: 2, createdAt: day(9) }), expected)).rejects.toMatchObject({
        code: 'version_mismatch',
      });
      expect(await store.find('demo', 'c-1')).toEqual(aCase());
    });

    it('lets one of many writers win', async () => {
      const store = await create();
      await store.write(aCase(), 0);

      const writes = Array.from({ length: 8 }, () => store.write(aCase({ version: 2 }), 1));
      const results = await Promise.allSettled(writes);

      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('keeps a tombstone that is found but not listed', async () => {
      const store = await create();
      await store.write(aCase(), 0);

      const tombstone = aDeletedCase({ sourceUpdatedAt: day(1) });
      await store.write(tombstone, 1);

      expect(await store.find('demo', 'c-1')).toEqual(tombstone);
      expect((await store.list('demo', 10)).rows).toEqual([]);
    });

    it('reads many rows, repeated and missing ids included', async () => {
      const store = await create();
      const ids = Array.from({ length: 130 }, (_, n) => `c-${n}`);
      await Promise.all(ids.map((id) => store.write(aCase({ id }), 0)));

      const rows = await store.findMany('demo', [...ids, 'c-1', 'missing']);

      expect([...rows.keys()].toSorted()).toEqual(ids.toSorted());
    });

    it('lists newest first, page by page, each row once', async () => {
      const store = await create();
      const rows = Array.from({ length: 23 }, (_, n) =>
        aCase({ id: `c-${n}`, updatedAt: day(1 + Math.floor(n / 4)) }),
      );
      await Promise.all(rows.map((row) => store.write(row, 0)));

      const seen: string[] = [];
      let after: Awaited<ReturnType<CaseStore['list']>>['next'];
      do {
        const page = await store.list('demo', 5, after);
        seen.push(...page.rows.map(({ updatedAt, id }) => `${updatedAt}#${id}`));
        after = page.next;
      } while (after);

      expect(seen).toEqual(
        rows
          .map(({ updatedAt, id }) => `${updatedAt}#${id}`)
          .toSorted()
          .toReversed(),
      );
    });
  });
};
