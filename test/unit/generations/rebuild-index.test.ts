import { describe, expect, it } from 'vitest';
import type { RebuildMessage } from '#contracts/rebuild-message.ts';
import { DomainError } from '#core/domain-error.ts';
import { noChaos } from '#test/support/import-world.ts';
import { rebuildWorld } from '#test/support/rebuild-world.ts';

const setup = async (records = 30) => {
  const world = rebuildWorld(noChaos());
  for (let n = 0; n < records; n += 1) await world.change(n % 3 === 0 ? 'other' : 'demo', `c-${n}`);
  await world.rest();
  world.clock.advance(60_000);
  return world;
};
const conflict = expect.objectContaining({ code: 'conflict' });

describe('startRebuild', () => {
  it('begins the next generation, which changes go to from then on', async () => {
    const world = await setup();

    const { building, live, last } = await world.start();

    expect([live.generation, building?.generation, last]).toEqual([1, 2, 2]);
    await world.change('demo', 'c-1');
    await world.settle();
    expect(await world.indexes.get('known-words-g2')?.versions('demo', 'case', ['c-1'])).toEqual(
      new Map([['c-1', { version: 2, removed: false }]]),
    );
  });

  it('refuses a second one, and a model that nobody knows', async () => {
    const world = await setup();
    await expect(world.start({ embedder: 'nobody' })).rejects.toThrow(DomainError);
    await expect(world.start({ embedder: 'constructor' })).rejects.toMatchObject({
      code: 'invalid_request',
      errors: [{ path: '/embedder' }],
    });
    await world.start();

    await expect(world.start()).rejects.toEqual(conflict);
  });

  it('begins where nothing was ever indexed', async () => {
    const world = rebuildWorld(noChaos());

    await world.start();
    await world.rest();

    expect(await world.status()).toMatchObject({ live: { generation: 2 }, rebuild: null });
  });
});

describe('cancelRebuild', () => {
  it('drops what was built and leaves what is searched', async () => {
    const world = await setup();
    await world.start();
    await world.settle();

    expect(await world.cancel()).toMatchObject({
      building: undefined,
      lastRebuild: { outcome: 'cancelled' },
    });
    await world.change('demo', 'c-1');
    await world.rest();

    expect(await world.store.read()).toMatchObject({ live: { generation: 1 }, retired: [] });
    expect(await world.indexes.get('known-words-g2')?.count('demo')).toBe(0);
    expect(await (await world.reader.live()).index.count('demo')).toBe(20);
    await expect(world.cancel()).rejects.toEqual(conflict);
  });

  it('does not bring its number back', async () => {
    const world = await setup();
    await world.start();
    await world.cancel();

    await world.start();
    await world.rest();

    expect((await world.reader.live()).name.generation).toBe(3);
  });
});

describe('readIndexStatus', () => {
  it('shows how far a rebuild is', async () => {
    const world = await setup();
    expect(await world.status()).toMatchObject({
      live: { generation: 1 },
      rebuild: null,
      last_rebuild: null,
    });
    await world.start();
    expect((await world.status()).rebuild).toMatchObject({
      state: 'waiting',
      round: 0,
      progress: { done: 0, total: 0, percent: 0, seconds_left: null },
    });
    const seen = new Set<string>();

    await world.rest(async () => {
      const { rebuild } = await world.status();
      if (!rebuild) return;
      const { done, total, percent } = rebuild.progress;
      expect(done).toBeLessThanOrEqual(total);
      expect(percent).toBeLessThanOrEqual(100);
      seen.add(`${rebuild.state} ${total}`);
    });

    expect(seen).toContain('copying 30');
    expect(seen).toContain('comparing 30');
    expect(await world.status()).toMatchObject({
      live: { generation: 2 },
      rebuild: null,
      retired: [],
      last_rebuild: { generation: 2, outcome: 'completed' },
    });
  });
});

describe('rebuildIndex', () => {
  it('shows the name of the fault at which a try failed', async () => {
    const world = await setup();
    await world.start();
    const faults: unknown[] = [];
    world.cases.findMany = async () => {
      throw new TypeError('a row that cannot be read');
    };
    await world.rest().catch((error: unknown) => faults.push(error));

    expect(faults).toMatchObject([{ message: 'a row that cannot be read' }]);
    expect((await world.status()).rebuild?.error).toBe('TypeError');
  });

  it('gives up when it finds faults round after round, and leaves what is searched', async () => {
    const world = await setup();
    await world.start();

    await world.rest(async () => {
      await world.indexes.get('known-words-g2')?.drop();
    });

    expect(await world.store.read()).toMatchObject({
      live: { generation: 1 },
      building: undefined,
      retired: [],
      lastRebuild: { generation: 2, outcome: 'not_clean' },
    });
    expect(await (await world.reader.live()).index.count('demo')).toBe(20);
  });

  it.each([
    { kind: 'advance', generation: 7, round: 0, started_at: '2026-01-01T00:00:00.000Z' },
    { kind: 'walk', generation: 7, round: 1, lane: 0, step: 0 },
    { kind: 'drop', generation: 1 },
    { kind: 'drop', generation: 7 },
  ] satisfies RebuildMessage[])(
    'ignores $kind of generation $generation, which is not there to be touched',
    async (message) => {
      const world = await setup();
      const before = await world.store.read();

      await world.send(message);
      await world.rest();

      expect(await world.store.read()).toEqual(before);
      expect(await (await world.reader.live()).index.count('demo')).toBe(20);
    },
  );
});
