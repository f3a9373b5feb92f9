import { describe, expect, it } from 'vitest';
import type { RecordStore } from '#core/ports/record-store.ts';
import type { LivingRow, Tombstone } from '#core/records/stored-row.ts';

const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;

/** Rows of one kind, as a suite needs them. */
export type RowsOfKind<Row extends LivingRow> = {
  /** A row of tenant `demo` with the id `c-1`, changed as told. */
  readonly living: (overrides?: Partial<LivingRow>) => Row;
  /** A row with something in every field. */
  readonly whole: Row;
  /** A row with more in it than today's limits allow. */
  readonly overlong: Row;
  /** A row whose content is larger than a row of DynamoDB may be. */
  readonly large: Row;
};

const tombstone: Tombstone = {
  tenant: 'demo',
  id: 'c-1',
  version: 2,
  deleted: true,
  updatedAt: day(3),
  sourceUpdatedAt: day(1),
};

/** What every store of records must do. */
export const recordStoreContract = <Row extends LivingRow>(
  name: string,
  create: () => Promise<RecordStore<Row>>,
  { living, whole, overlong, large }: RowsOfKind<Row>,
): void => {
  describe(`RecordStore: ${name}`, () => {
    it('returns what was written, whole', async () => {
      const store = await create();

      await store.write(whole, 0);

      expect(await store.find('demo', whole.id)).toEqual(whole);
    });

    it('returns content that is larger than a row', async () => {
      const store = await create();

      await store.write(large, 0);

      expect(await store.find('demo', large.id)).toEqual(large);
      expect((await store.findMany('demo', [large.id])).get(large.id)).toEqual(large);
    });

    it('returns content that today’s limits would refuse, for it was taken once', async () => {
      const store = await create();

      await store.write(overlong, 0);

      expect(await store.find('demo', overlong.id)).toEqual(overlong);
    });

    it('knows no row of another tenant or of nobody', async () => {
      const store = await create();
      await store.write(living(), 0);

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
      await store.write(living(), 0);

      await expect(store.write(living({ version: 2, createdAt: day(9) }), expected)).rejects.toMatchObject({
        code: 'version_mismatch',
      });
      expect(await store.find('demo', 'c-1')).toEqual(living());
    });

    it('lets one of many writers win', async () => {
      const store = await create();
      await store.write(living(), 0);

      const writes = Array.from({ length: 8 }, () => store.write(living({ version: 2 }), 1));
      const results = await Promise.allSettled(writes);

      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('keeps a tombstone that is found but not listed', async () => {
      const store = await create();
      await store.write(living(), 0);

      await store.write(tombstone, 1);

      expect(await store.find('demo', 'c-1')).toEqual(tombstone);
      expect((await store.list('demo', 10)).rows).toEqual([]);
    });

    it('reads many rows, repeated and missing ids included', async () => {
      const store = await create();
      const ids = Array.from({ length: 130 }, (_, n) => `c-${n}`);
      await Promise.all(ids.map((id) => store.write(living({ id }), 0)));

      const rows = await store.findMany('demo', [...ids, 'c-1', 'missing']);

      expect([...rows.keys()].toSorted()).toEqual(ids.toSorted());
    });

    it('lists newest first, page by page, each row once', async () => {
      const store = await create();
      const rows = Array.from({ length: 23 }, (_, n) =>
        living({ id: `c-${n}`, updatedAt: day(1 + Math.floor(n / 4)) }),
      );
      await Promise.all(rows.map((row) => store.write(row, 0)));

      const seen: string[] = [];
      let after: Awaited<ReturnType<RecordStore<Row>['list']>>['next'];
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
