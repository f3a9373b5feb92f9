import { describe, expect, it } from 'vitest';
import { SourceMappingFault } from '#core/sync/source-mapping-fault.ts';
import { syncCases } from '#core/use-cases/sync-cases.ts';
import { aCase } from '#test/support/a-case.ts';
import { noChaos } from '#test/support/import-world.ts';
import { aSourceRow } from '#test/support/source-fixture.ts';
import { syncWorld } from '#test/support/sync-world.ts';

const at = (minute: number): string => `2026-03-01T11:${String(minute).padStart(2, '0')}:00.000Z`;

const setup = (...ids: readonly string[]) => {
  const world = syncWorld(noChaos(), ids.length === 1 ? 1 : 10);
  world.database.cases.push(...ids.map((id) => aSourceRow({ id, updated_at: at(1) })));
  const row = (id: string) => world.database.cases.find((one) => one.id === id)!;
  const held = (id: string) => world.books.cases.get(`demo#${id}`);
  const importsOf = async () => (await world.books.imports.list('demo', 99)).rows;
  return { ...world, row, held, importsOf };
};

const task = (run: string, sweep = false) => ({
  run_id: run,
  scheduled_time: '2026-03-01T12:00:00.000Z',
  sweep,
});
const plentyOfTime = { remaining: () => 60_000 };

describe('syncCases', () => {
  it('counts what it does, and answers the same when it is asked again', async () => {
    const { call, row, database } = setup('k-1', 'k-2', 'k-3');
    const first = await call(task('one'), plentyOfTime);

    expect(first).toMatchObject({
      more: false,
      counts: { read: 3, handed_over: 3, imports: 1, unchanged: 0 },
    });
    expect(await call(task('one'), plentyOfTime)).toEqual(first);
    Object.assign(row('k-1'), { title: 'another', updated_at: at(58) });
    Object.assign(row('k-2'), { is_deleted: true, updated_at: at(59) });
    database.cases.splice(2, 1);
    expect(await call(task('two', true), plentyOfTime)).toMatchObject({
      counts: { handed_over: 1, deleted: 2 },
    });
  });

  it('lets bad rows stand in the quarantine of their import, and goes on', async () => {
    const { call, row, held, importsOf, books, short } = setup('k-1', 'k-2');
    Object.assign(row('k-1'), { title: null });

    const { counts } = await call(task('one'), plentyOfTime);
    const [made] = await importsOf();
    expect(counts).toMatchObject({ handed_over: 2, rejected: 1 });
    expect(made).toMatchObject({ state: 'completed', rejected: 1, indexed: 1 });
    expect((await books.lists.read(made!, 'rejected', undefined)).rows[0]?.entries).toMatchObject([
      { id: 'k-1', code: 'missing_text' },
    ]);
    expect(held('k-2')).toBeDefined();
    expect(short).toEqual([made!.id]);
  });

  it('notices cases that were solved and are open again', async () => {
    const { call, row, reopened } = setup('k-1', 'k-2');
    Object.assign(row('k-1'), { status: 'resolved' });
    await call(task('one'), plentyOfTime);
    Object.assign(row('k-1'), { status: 'open', updated_at: at(58) });
    Object.assign(row('k-2'), { title: 'another', updated_at: at(58) });

    expect(await call(task('two'), plentyOfTime)).toMatchObject({ counts: { reopened: 1 } });
    expect(reopened).toEqual(['k-1']);
  });

  it('fails at once when the mapping does not fit, before anything is written', async () => {
    const { deps, importsOf } = setup('k-1');
    const check = async () => {
      throw new SourceMappingFault(['column public.tickets.subjekt']);
    };

    await expect(
      syncCases({ ...deps, source: { ...deps.source, check } })(task('one'), plentyOfTime),
    ).rejects.toThrow('no column public.tickets.subjekt');
    expect(await importsOf()).toEqual([]);
    expect(await deps.cursors.find('demo')).toBeUndefined();
  });

  it('compares everything in the first run of each day, unless it is told whether to', async () => {
    const { call, deps } = setup('k-1');
    const sweeps = async (run: string, scheduled: string, sweep?: boolean) => {
      await call({ run_id: run, scheduled_time: scheduled, sweep }, plentyOfTime);
      return (await deps.cursors.find('demo'))!.sweep;
    };

    expect(await sweeps('one', '2026-03-01T23:00:00Z')).toBe(true);
    expect(await sweeps('two', '2026-03-01T23:30:00.123Z')).toBe(false);
    expect(await sweeps('three', '2026-03-02T00:30:00+01:00')).toBe(false);
    expect(await sweeps('four', '2026-03-02T00:00:00Z', false)).toBe(false);
    expect(await sweeps('five', '2026-03-02T00:30:00Z')).toBe(true);
    expect(await sweeps('six', '2026-03-02T01:00:00Z')).toBe(false);
    expect(await sweeps('seven', '2026-03-02T01:30:00Z', true)).toBe(true);
  });

  it('deletes only what came from the source', async () => {
    const { call, books, held } = setup('k-1');
    books.cases.set('demo#mine', aCase({ id: 'mine' }));
    books.cases.set('other#k-9', aCase({ tenant: 'other', id: 'k-9' }));
    await call(task('one', true), plentyOfTime);

    expect(held('mine')).toMatchObject({ deleted: false });
    expect(books.cases.get('other#k-9')).toMatchObject({ deleted: false });
  });

  it('reads once more what an import fell short of', async () => {
    const { call, books, held } = setup('k-1');
    const chunks = { ...books.chunks };
    books.chunks.commit = async (chunk) =>
      chunk.writes.length > 0 ? { kind: 'refused', ids: ['k-1'] } : chunks.commit(chunk);
    expect(await call(task('one'), plentyOfTime)).toMatchObject({ counts: { failed: 1 } });
    expect(held('k-1')).toBeUndefined();

    Object.assign(books.chunks, chunks);
    expect(await call(task('two'), plentyOfTime)).toMatchObject({ counts: { handed_over: 1, failed: 0 } });
    expect(held('k-1')).toBeDefined();
  });

  it('hands over when its time is up, and goes on where it stood', async () => {
    const { call } = setup(...Array.from({ length: 25 }, (_, index) => `k-${index}`));
    let steps = 2;
    const short = { remaining: () => ((steps -= 1) < 0 ? 0 : 60_000) };

    expect(await call(task('one'), short)).toMatchObject({
      more: true,
      waiting: false,
      counts: { read: 20 },
    });
    expect(await call(task('one'), plentyOfTime)).toMatchObject({
      more: false,
      counts: { read: 25, imports: 3 },
    });
  });

  it('waits for imports that are under way, and says so', async () => {
    const { deps } = setup('k-1');
    const stuck = syncCases({ ...deps, pause: { before: async () => {} } });

    expect(await stuck(task('one'), plentyOfTime)).toMatchObject({ more: true, waiting: true });
  });

  it('takes a case with what was said about it', async () => {
    const { call, database, held } = setup('k-1');
    await call(task('one'), plentyOfTime);
    const entry = {
      id: 'e-1',
      case_id: 'k-1',
      kind: 'mail',
      body: 'a mail',
      created_at: at(58),
      updated_at: at(58),
    };
    database.entries.push(entry);
    await call(task('two'), plentyOfTime);
    database.comments.push({
      id: 'm-1',
      entry_id: 'e-1',
      author: 'Ann',
      body: 'a remark',
      created_at: at(59),
    });
    await call(task('three'), plentyOfTime);

    expect(held('k-1')).toMatchObject({
      sourceUpdatedAt: at(59),
      content: { feed: [{ body: 'a mail' }, { body: 'a remark', author: 'Ann' }] },
    });
  });

  it('refreshes products, and takes away those that are gone', async () => {
    const { call, database, products } = setup();
    database.products.push({ id: 'p-1', name: 'Printers', parent_id: null });
    database.products.push({ id: 'p-2', name: 'LaserJet', parent_id: 'p-1' });
    await call(task('one'), plentyOfTime);
    database.products.splice(0, 1);
    Object.assign(database.products[0]!, { name: 'LaserJet 9', parent_id: null });

    expect(await call(task('two'), plentyOfTime)).toMatchObject({ counts: { products: 2 } });
    expect((await products.list('demo', 9, undefined)).rows).toEqual([
      { tenant: 'demo', id: 'p-2', name: 'LaserJet 9', parentId: undefined },
    ]);
  });

  it('reads everything anew when the mapping was changed', async () => {
    const { call, deps } = setup('k-1', 'k-2');
    await call(task('one'), plentyOfTime);
    const changed = syncCases({ ...deps, source: { ...deps.source, fingerprint: 'another' } });

    expect(await call(task('two'), plentyOfTime)).toMatchObject({ counts: { read: 0 } });
    expect(await changed(task('three'), plentyOfTime)).toMatchObject({ counts: { read: 2, unchanged: 2 } });
  });

  it('reads again what a call that was cut off had handed over, after that is written', async () => {
    const { call, deps, row, held, importsOf } = setup('k-1');
    const write = async (cursor: Parameters<typeof deps.cursors.write>[0]) => {
      if (cursor.slice > 1) throw new Error('cut off');
      return deps.cursors.write(cursor);
    };
    const cutOff = syncCases({ ...deps, cursors: { ...deps.cursors, write } });
    await expect(cutOff(task('one'), plentyOfTime)).rejects.toThrow('cut off');
    // Within the same tick of the source's clock.
    Object.assign(row('k-1'), { title: 'what it is now' });
    await call(task('one'), plentyOfTime);

    expect(held('k-1')).toMatchObject({ content: { title: 'what it is now' } });
    const [second, first] = await importsOf();
    expect(second!.createdAt >= first!.completedAt!).toBe(true);
  });

  it('keeps a case deleted that an import under way still brings', async () => {
    const { call, row, held, rest } = setup('k-1');
    Object.assign(row('k-1'), { updated_at: at(58) });
    let steps = 1;
    await call(task('one'), { remaining: () => ((steps -= 1) < 0 ? 0 : 60_000) });
    Object.assign(row('k-1'), { is_deleted: true, updated_at: at(59) });
    expect(await call(task('one'), plentyOfTime)).toMatchObject({ more: false, counts: { deleted: 1 } });
    await rest();

    expect(held('k-1')).toMatchObject({ deleted: true });
  });

  it('takes a case that comes back with an older time of change', async () => {
    const { call, row, held } = setup('k-1');
    await call(task('one'), plentyOfTime);
    Object.assign(row('k-1'), { is_deleted: true, updated_at: at(59) });
    await call(task('two'), plentyOfTime);
    expect(held('k-1')).toMatchObject({ deleted: true });
    Object.assign(row('k-1'), { is_deleted: false, updated_at: at(58) });
    await call(task('three'), plentyOfTime);

    expect(held('k-1')).toMatchObject({ deleted: false });
  });

  it('does not move a cursor that another call has moved', async () => {
    const { call, deps } = setup('k-1');
    const { cursors } = deps;
    const overtaken: typeof cursors = {
      ...cursors,
      write: async (cursor) => cursor.version < 2 && cursors.write(cursor),
    };

    await expect(syncCases({ ...deps, cursors: overtaken })(task('one'), plentyOfTime)).rejects.toMatchObject(
      {
        name: 'SyncOvertaken',
      },
    );
    expect(await call(task('one'), plentyOfTime)).toMatchObject({ more: false });
  });
});
