import { describe, expect, it } from 'vitest';
import type { SyncWish } from '#contracts/case-monitor.ts';
import { syncCases } from '#core/use-cases/sync-cases.ts';
import { noChaos } from '#test/support/import-world.ts';
import { aSourceRow } from '#test/support/source-fixture.ts';
import { syncWorld } from '#test/support/sync-world.ts';

const plentyOfTime = { remaining: () => 60_000 };
const START = '2026-03-01T11:01:00.000Z';

/** A source with so many cases, all of them followed. */
const setup = async (count: number) => {
  const world = syncWorld(noChaos(), 100);
  const ids = Array.from({ length: count }, (_, n) => `k-${String(n).padStart(4, '0')}`);
  world.database.cases.push(...ids.map((id) => aSourceRow({ id, updated_at: START })));
  let runs = 0;
  const run = async (wish?: SyncWish, sweep?: boolean) =>
    world.call(
      { run_id: `run-${(runs += 1)}`, scheduled_time: '2026-03-01T12:00:00.000Z', sweep, wish },
      plentyOfTime,
    );
  await run();
  const living = () => [...world.books.cases.values()].filter(({ deleted }) => !deleted).length;
  /** Rows go without a trace. */
  const lose = (lost: number) => world.database.cases.splice(0, lost);
  return { ...world, run, living, lose };
};

describe('a source that has lost rows', () => {
  it.each([
    ['all of few', 50, 50],
    ['less than a fifth of many', 400, 80],
  ])('takes ours along: %s', async (_, count, lost) => {
    const { run, living, lose } = await setup(count);
    lose(lost);

    expect(await run({ full: true })).toMatchObject({ more: false, counts: { deleted: lost } });
    expect(living()).toBe(count - lost);
  });

  it.each([
    ['emptied', 60, 60],
    ['more than a fifth of many', 400, 81],
  ])('stops the run before anything is deleted, and says how to go on: %s', async (_, count, lost) => {
    const { run, living, lose } = await setup(count);
    lose(lost);

    await expect(run({ full: true })).rejects.toMatchObject({
      name: 'DeletionsRefused',
      message: expect.stringMatching(
        new RegExp(`lacks ${lost} of the ${count} cases.*"full" and "allow_deletions"`),
      ),
    });
    expect(living()).toBe(count);
  });

  it('is followed further meanwhile, and refused by each run until it is mended', async () => {
    const { run, living, lose, database, books } = await setup(100);
    const gone = lose(100);
    await expect(run({ full: true })).rejects.toMatchObject({ name: 'DeletionsRefused' });
    database.cases.push(aSourceRow({ id: 'new', updated_at: '2026-03-01T11:59:00.000Z' }));

    await expect(run()).rejects.toMatchObject({ name: 'DeletionsRefused' });
    expect(books.cases.get('demo#new')).toMatchObject({ deleted: false });

    database.cases.push(...gone);
    expect(await run()).toMatchObject({ more: false, counts: { deleted: 0 } });
    expect(living()).toBe(101);
  });

  it('takes ours along when a person says so, and only in that run', async () => {
    const { run, living, lose, deps } = await setup(120);
    lose(60);

    expect(await run({ full: true, allow_deletions: true })).toMatchObject({ counts: { deleted: 60 } });
    expect(living()).toBe(60);
    await run();
    expect((await deps.cursors.find('demo'))!.allowDeletions).toBe(false);
  });

  it('takes at most the share along when it is lost after the count', async () => {
    const { deps, living, lose } = await setup(700);
    const { cursors } = deps;
    const watching: typeof cursors = {
      ...cursors,
      async write(cursor) {
        if (cursor.phase === 'gone' && cursor.page === undefined) lose(700);
        return cursors.write(cursor);
      },
    };
    const task = { run_id: 'again', scheduled_time: '2026-03-01T12:00:00.000Z', sweep: true };

    await expect(syncCases({ ...deps, cursors: watching })(task, plentyOfTime)).rejects.toMatchObject({
      name: 'DeletionsRefused',
    });
    expect(living()).toBeGreaterThanOrEqual(560);
  });

  it('counts only what came from it', async () => {
    const { run, lose, books } = await setup(100);
    for (const row of [...books.cases.values()].slice(0, 60))
      if (!row.deleted) books.cases.set(`demo#${row.id}`, { ...row, lineage: undefined });
    lose(60);

    expect(await run({ full: true })).toMatchObject({ more: false });
  });
});
