import { describe, expect, it } from 'vitest';
import { DomainError } from '#core/domain-error.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import { NOTHING_DONE } from '#core/vectorisation/vectorisation-cursor.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';
import { aPassage } from '#test/support/a-passage.ts';
import { memorySearchIndex } from '#test/support/memory-search-index.ts';
import { FIRST_GENERATION, vectorisationWorld } from '#test/support/vectorisation-world.ts';

const idsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, n) => `c-${String(first + n).padStart(4, '0')}`);

const known = async ({ index }: { index: SearchIndex }, id: string, tenant = 'demo') =>
  (await index.versions(tenant, 'case', [id])).get(id);

describe('vectorise', () => {
  it('finds an index that is right as it is, however often it looks', async () => {
    const world = await vectorisationWorld();
    await world.hold('demo', idsFrom(0, 450));
    await world.hold('other', ['o-1']);
    await world.holdArticle('demo', 'a-1');

    const first = await world.run();
    const texts = world.embedder.texts.length;

    expect(first).toEqual({ more: false, waiting: false, counts: { ...NOTHING_DONE, processed: 452 } });
    expect(await world.run()).toEqual(first);
    expect(world.embedder.texts).toHaveLength(texts);
  });

  it('has nothing to do where there is nothing', async () => {
    const world = await vectorisationWorld();

    expect(await world.run()).toEqual({ more: false, waiting: false, counts: NOTHING_DONE });
  });

  it('embeds what is missing, what is older, and what has no vector, and nothing beside', async () => {
    const world = await vectorisationWorld();
    await world.hold('demo', idsFrom(0, 20));
    await world.hold('other', ['c-0001']);
    await world.index.forget('demo', [{ kind: 'case', id: 'c-0001' }]);
    await world.cases.write(aCase({ id: 'c-0002', version: 2 }), 1);
    await world.index.upsert([aPassage({ id: 'c-0003', vector: undefined })]);
    world.embedder.texts.length = 0;

    expect((await world.run()).counts).toMatchObject({ embedded: 3, removed: 0, failed: 0 });
    expect(await known(world, 'c-0001')).toEqual({ version: 1, removed: false });
    expect(await known(world, 'c-0002')).toEqual({ version: 2, removed: false });
    expect(await world.index.vectorOf('demo', { kind: 'case', id: 'c-0003' })).toBeDefined();
    // A text and a title each; those of the bare one twice, to see whether it should have a vector.
    expect(world.embedder.texts).toHaveLength(8);
    expect((await world.run()).counts).toMatchObject({ embedded: 0, removed: 0 });
  });

  it('leaves those without a vector of which the model knows no word', async () => {
    const world = await vectorisationWorld();
    const content = { ...aCase().content, title: 'Drucker', description: 'weiß' };
    await world.cases.write(aCase({ content }), 0);
    await world.project({ tenant: 'demo', kind: 'case' }, ['c-1']);

    expect((await world.run()).counts).toEqual({ ...NOTHING_DONE, processed: 1 });
  });

  it('removes passages whose record is deleted or not there, of this tenant only', async () => {
    const world = await vectorisationWorld();
    await world.hold('demo', [...idsFrom(0, 5), 'gone']);
    await world.hold('other', ['ghost', 'c-0001']);
    await world.cases.write(
      aDeletedCase({ id: 'gone', version: 2, updatedAt: '2026-01-03T00:00:00.000Z' }),
      1,
    );
    await world.index.upsert([aPassage({ id: 'ghost', version: 7 })]);

    expect((await world.run()).counts).toMatchObject({ embedded: 0, removed: 2 });
    expect(await known(world, 'gone')).toEqual({ version: 2, removed: true });
    expect(await known(world, 'ghost')).toBeUndefined();
    expect(await known(world, 'ghost', 'other')).toEqual({ version: 1, removed: false });
    expect((await world.run()).counts).toMatchObject({ removed: 0 });
  });

  it('goes past all passages, however many, when there is one too many', async () => {
    const world = await vectorisationWorld();
    await world.hold('demo', idsFrom(0, 450));
    const updatedAt = '2025-01-01T00:00:00.000Z';
    await world.index.upsert([aPassage({ id: 'a#ghost', updatedAt })]);

    expect((await world.run()).counts).toEqual({ ...NOTHING_DONE, processed: 901, removed: 1 });
  });

  it('lets the row win over an index that is ahead of it, as after a restore', async () => {
    const world = await vectorisationWorld();
    await world.hold('demo', ['ahead', 'hidden', 'dead']);
    await world.index.upsert([aPassage({ id: 'ahead', version: 9 })]);
    await world.index.remove([{ kind: 'case', id: 'hidden', tenant: 'demo', version: 1 }]);
    await world.cases.write(aDeletedCase({ id: 'dead', version: 2 }), 1);
    await world.index.upsert([aPassage({ id: 'dead', version: 9 })]);

    expect((await world.run()).counts).toMatchObject({ embedded: 2, removed: 1 });
    expect(await known(world, 'ahead')).toEqual({ version: 1, removed: false });
    expect(await known(world, 'hidden')).toEqual({ version: 1, removed: false });
    expect(await known(world, 'dead')).toEqual({ version: 2, removed: true });
    expect((await world.run()).counts).toMatchObject({ embedded: 0, removed: 0 });
  });

  it('leaves to the projector what has changed just now', async () => {
    const world = await vectorisationWorld();
    await world.hold('demo', ['c-1', 'c-2']);
    const updatedAt = world.clock.now().toISOString();
    await world.cases.write(aCase({ version: 2, updatedAt }), 1);
    await world.cases.write(aDeletedCase({ id: 'c-2', version: 2, updatedAt }), 1);
    await world.cases.write(aCase({ id: 'c-3', updatedAt }), 0);

    expect((await world.run()).counts).toMatchObject({ embedded: 0, removed: 0 });
    world.clock.advance(60_000);
    expect((await world.run()).counts).toMatchObject({ embedded: 2, removed: 1 });
  });

  it('counts a record that cannot be embedded and goes on with the others', async () => {
    const world = await vectorisationWorld();
    for (const id of ['bad', 'good-1', 'good-2']) {
      const content = { ...aCase().content, title: id };
      await world.cases.write(aCase({ id, content }), 0);
    }
    await world.tenants.register('demo');
    const embed = world.embedder.embed.bind(world.embedder);
    world.embedder.embed = async (texts, use) => {
      if (texts.includes('bad')) throw new Error('no such text');
      return embed(texts, use);
    };

    expect((await world.run()).counts).toMatchObject({ embedded: 2, failed: 1 });
    expect(world.faults).toEqual([new Error('no such text')]);
  });

  it('asks to wait while the index is out, and goes on where it stood', async () => {
    const index = memorySearchIndex();
    let out = false;
    const world = await vectorisationWorld({
      index: {
        ...index,
        async versions(...asked) {
          if (out) throw new DomainError('unavailable', 'out');
          return index.versions(...asked);
        },
      },
    });
    await world.hold('demo', ['c-1']);
    await index.forget('demo', [{ kind: 'case', id: 'c-1' }]);
    out = true;

    const waiting = await world.work('run', { remaining: () => 60_000 });
    expect(waiting).toMatchObject({ more: true, waiting: true, counts: NOTHING_DONE });
    out = false;
    expect(await world.work('run', { remaining: () => 60_000 })).toMatchObject({
      more: false,
      // The record, then the passage: there is one more of these than was right before.
      counts: { processed: 2, embedded: 1 },
    });
  });

  it('stops when its time is up, and goes on with the next call, also of another run', async () => {
    const world = await vectorisationWorld();
    await world.hold('abc', ['c-1']);
    await world.hold('xyz', ['c-1']);
    let steps = 14;
    const short = { remaining: () => (steps-- > 0 ? 60_000 : 0) };

    // The model, the first tenant with its ten stretches, the second and its first: the first is done.
    expect(await world.work('first', short)).toMatchObject({ more: true, waiting: false });
    expect((await world.cursors.find())?.place.tenant).toBe('xyz');
    const again = await world.work('second', { remaining: () => 60_000 });

    expect(again).toMatchObject({ more: false });
    expect(again.counts.processed).toBeLessThan(2);
    expect((await world.work('third', { remaining: () => 60_000 })).counts.processed).toBe(2);
  });

  it('answers a run that has ended as before, and does nothing', async () => {
    const world = await vectorisationWorld();
    await world.hold('demo', ['c-1']);
    const ended = await world.work('run', { remaining: () => 60_000 });
    await world.index.forget('demo', [{ kind: 'case', id: 'c-1' }]);

    expect(await world.work('run', { remaining: () => 60_000 })).toEqual(ended);
    expect(await known(world, 'c-1')).toBeUndefined();
  });

  it('gives way to another call of the same run', async () => {
    const world = await vectorisationWorld();
    await world.hold('demo', ['c-1']);
    const call = () => world.work('run', { remaining: () => 60_000 });

    const both = await Promise.allSettled([call(), call()]);

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: 'VectorisationOvertaken' },
    });
  });
});

describe('vectorise, when the whole index must be made anew', () => {
  const withLive = async (live: object, more: object = {}) => {
    const world = await vectorisationWorld();
    await world.hold('demo', ['c-1']);
    const state = (await world.store.read())!;
    await world.store.write({
      ...state,
      revision: state.revision + 1,
      change: 'test',
      live: { ...state.live, ...live },
      ...more,
    });
    return world;
  };
  const ended = (outcome: 'completed' | 'cancelled' | 'not_clean') => ({
    lastRebuild: { generation: 1, outcome, startedAt: '', finishedAt: '' },
  });

  it.each([
    ['another way of making passages', { indexVersion: 0 }],
    ['another model', { embedder: 'older', model: 'older' }],
    ['another size of vectors', { dimensions: 2 }],
    [
      'settings that changed since a person chose',
      { embedder: 'other', model: 'other-words', insteadOf: 'once' },
    ],
  ])('begins a rebuild, once: %s', async (_why, live) => {
    const world = await withLive(live, ended('completed'));
    // The model is opened by its name, which this world knows only once.
    const { rebuilds } = await world.run().then(({ counts }) => counts);

    expect(rebuilds).toBe(1);
    expect(world.began).toEqual([2]);
    expect(world.sent).toMatchObject([{ kind: 'advance', generation: 2, round: 0 }]);
    expect((await world.store.read())?.building).toMatchObject({ embedder: 'words', model: 'known-words' });
    expect((await world.run()).counts.rebuilds).toBe(0);
  });

  it.each([
    [
      'a person has chosen the model over these settings',
      { embedder: 'other', model: 'other-words', insteadOf: 'words' },
      {},
    ],
    ['a person has ended the last one', { indexVersion: 0 }, ended('cancelled')],
    ['the last one found no end', { indexVersion: 0 }, ended('not_clean')],
    [
      'one is under way',
      { indexVersion: 0 },
      {
        building: {
          ...FIRST_GENERATION,
          generation: 2,
          startedAt: '2026-01-01T00:00:00.000Z',
          round: 1,
          roundStartedAt: '2026-01-01T00:00:00.000Z',
        },
      },
    ],
  ])('begins none: %s', async (_why, live, more) => {
    const world = await withLive(live, more);

    expect((await world.run()).counts.rebuilds).toBe(0);
    expect(world.sent).toEqual([]);
  });

  it('renews the model that a person has chosen when the code asks for it', async () => {
    const live = { embedder: 'other', model: 'other-words', insteadOf: 'words', indexVersion: 0 };
    const world = await withLive(live);

    expect((await world.run()).counts.rebuilds).toBe(1);
    expect((await world.store.read())?.building).toMatchObject({ embedder: 'other', insteadOf: 'words' });
  });

  it('counts the rebuild that it had begun when it was cut off', async () => {
    const world = await withLive({ indexVersion: 0 });
    const write = world.cursors.write.bind(world.cursors);
    world.deps.cursors.write = async (cursor) => {
      if (cursor.phase === 'walk' && world.sent.length === 1) {
        world.deps.cursors.write = write;
        throw new Error('crash');
      }
      return write(cursor);
    };

    await expect(world.work('run', { remaining: () => 60_000 })).rejects.toThrow('crash');
    expect((await world.work('run', { remaining: () => 60_000 })).counts.rebuilds).toBe(1);
    expect(world.sent).toHaveLength(1);
  });
});
