import { describe, expect, it } from 'vitest';
import type { CaseSource, SourceChange, SourcePosition, SourceStream } from '#core/ports/case-source.ts';
import { aSourceFixture, aSourceRow, type SourceFixture } from '#test/support/source-fixture.ts';

const at = (second: number, micros = 0): string =>
  `2026-03-01T10:00:${String(second).padStart(2, '0')}.${String(micros).padStart(6, '0')}Z`;

const allChanges = async (source: CaseSource, stream: SourceStream, limit: number) => {
  const found: SourceChange[] = [];
  let after: SourcePosition = { time: '0001-01-01T00:00:00.000Z' };
  for (;;) {
    const page = await source.changes(stream, after, limit);
    found.push(...page);
    const last = page.at(-1);
    if (!last) return found;
    after = { time: last.time, id: last.id };
  }
};

/** What every CaseSource must do; `create` makes one over a database that holds the fixture. */
export const caseSourceContract = (name: string, create: (fixture: SourceFixture) => Promise<CaseSource>) =>
  describe(`CaseSource: ${name}`, () => {
    it('shows changes by time and id, each once, however small the pages and however close the times', async () => {
      const times = [at(1, 5), at(1, 6), at(1, 5), at(0), at(1, 5), at(2)];
      const cases = times.map((time, index) => aSourceRow({ id: `k-${index}`, updated_at: time }));
      const source = await create(
        aSourceFixture({ cases: [...cases, aSourceRow({ id: 'k-9', updated_at: null })] }),
      );

      for (const limit of [1, 2, 100]) {
        const changes = await allChanges(source, 'cases', limit);
        expect(changes.map(({ id }) => id)).toEqual(['k-3', 'k-0', 'k-2', 'k-4', 'k-1', 'k-5']);
        expect(changes.at(1)).toEqual({ time: at(1, 5), id: 'k-0', caseId: 'k-0' });
      }
    });

    it('begins at a time itself when no id is given', async () => {
      const cases = [1, 2, 3].map((second) => aSourceRow({ id: `k-${second}`, updated_at: at(second) }));
      const source = await create(aSourceFixture({ cases }));

      const changes = await source.changes('cases', { time: at(2) }, 10);
      expect(changes.map(({ id }) => id)).toEqual(['k-2', 'k-3']);
    });

    it('reads cases with their feeds, deleted ones as such, filtered ones not at all', async () => {
      const source = await create(
        aSourceFixture({
          cases: [
            aSourceRow({ id: 'k-1', title: 'It\'s "odd"; drop table', updated_at: at(1, 999_999) }),
            aSourceRow({ id: 'k-2', is_deleted: true }),
            aSourceRow({ id: 'k-3', region: 'elsewhere' }),
          ],
          entries: [
            { id: 'e-2', case_id: 'k-1', kind: 'mail', body: 'second', created_at: at(3), updated_at: at(7) },
            { id: 'e-1', case_id: 'k-1', kind: '?', body: 'first', created_at: at(2), updated_at: at(2) },
          ],
          comments: [{ id: 'm-1', entry_id: 'e-1', author: 'Ann', body: 'third', created_at: at(4) }],
        }),
      );

      const found = await source.read(['k-1', 'k-2', 'k-3', 'k-4']);
      expect(new Map(found.map(({ id, deleted }) => [id, deleted]))).toEqual(
        new Map([
          ['k-1', false],
          ['k-2', true],
        ]),
      );
      expect(found.find(({ id }) => id === 'k-1')?.record).toMatchObject({
        id: 'k-1',
        title: 'It\'s "odd"; drop table',
        status: 'open',
        updated_at: '2026-03-01T10:00:07.000Z',
        feed: [
          { id: 'e-1', type: 'note', body: 'first' },
          { id: 'e-2', type: 'email', body: 'second' },
          { id: 'e-1/m-1', type: 'comment', author: 'Ann', body: 'third' },
        ],
      });
    });

    it('follows feeds and comments by the cases that they belong to', async () => {
      const source = await create(
        aSourceFixture({
          cases: [aSourceRow({ id: 'k-1' })],
          entries: [
            { id: 'e-1', case_id: 'k-1', kind: 'mail', body: 'b', created_at: at(2), updated_at: at(5) },
          ],
          comments: [{ id: 'm-1', entry_id: 'e-1', author: 'Ann', body: 'c', created_at: at(4) }],
        }),
      );

      expect(await allChanges(source, 'feed', 5)).toEqual([{ time: at(5), id: 'e-1', caseId: 'k-1' }]);
      expect(await allChanges(source, 'comments', 5)).toEqual([{ time: at(4), id: 'm-1', caseId: 'k-1' }]);
    });

    it('names the living, page by page, and tells who lives', async () => {
      const cases = Array.from({ length: 5 }, (_, index) =>
        aSourceRow({ id: `k-${index}`, is_deleted: index === 1, region: index === 2 ? 'elsewhere' : 'here' }),
      );
      const source = await create(
        aSourceFixture({ cases: [...cases, aSourceRow({ id: 'k-9', updated_at: null })] }),
      );

      const first = await source.names(undefined, 2);
      expect(first).toEqual([
        { id: 'k-0', time: '2026-03-01T10:00:00.000Z' },
        { id: 'k-3', time: '2026-03-01T10:00:00.000Z' },
      ]);
      expect((await source.names('k-3', 9)).map(({ id, time }) => [id, time === undefined])).toEqual([
        ['k-4', false],
        ['k-9', true],
      ]);
      expect(await source.names('k-9', 9)).toEqual([]);
      expect([...(await source.living(['k-0', 'k-1', 'k-2', 'k-7']))]).toEqual(['k-0']);
    });

    it('lists products, each below another or not', async () => {
      const source = await create(
        aSourceFixture({
          products: [
            { id: 'p-2', name: 'LaserJet 9', parent_id: 'p-1' },
            { id: 'p-1', name: 'Printers', parent_id: null },
          ],
        }),
      );

      expect(await source.products(undefined, 1)).toEqual([
        { id: 'p-1', name: 'Printers', parentId: undefined },
      ]);
      expect(await source.products('p-1', 9)).toEqual([{ id: 'p-2', name: 'LaserJet 9', parentId: 'p-1' }]);
      expect([...(await source.livingProducts(['p-1', 'p-7']))]).toEqual(['p-1']);
    });

    it('tells the time as its rows bear it', async () => {
      const source = await create(aSourceFixture());

      await expect(source.check()).resolves.toBeUndefined();
      expect(await source.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
      expect(await source.read([])).toEqual([]);
    });
  });
