import { describe, expect, it } from 'vitest';
import { firstState } from '#core/generations/first-state.ts';
import type { Generation } from '#core/generations/generation.ts';
import { searchGenerations } from '#core/generations/search-generations.ts';
import { liveSearchIndex } from '#core/search/live-search-index.ts';
import { onLiveTarget } from '#core/search/on-live-target.ts';
import { aPassage } from '#test/support/a-passage.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { knownWordsEmbedder } from '#test/support/known-words-embedder.ts';
import { memoryGenerationStore } from '#test/support/memory-generation-store.ts';
import { memorySearchIndex } from '#test/support/memory-search-index.ts';

const FIRST: Generation = { model: 'm', dimensions: 1, generation: 1, embedder: 'static', indexVersion: 1 };
const SECOND: Generation = { ...FIRST, generation: 2 };

const setup = () => {
  const store = memoryGenerationStore();
  const clock = fixedClock();
  const opened: number[] = [];
  let reads = 0;
  let failures = 0;
  const generations = searchGenerations({
    store: {
      ...store,
      async read() {
        reads += 1;
        return store.read();
      },
    },
    first: FIRST,
    clock,
    async open(name) {
      if (failures > 0) {
        failures -= 1;
        throw new Error('no such model');
      }
      opened.push(name.generation);
      return { name, index: memorySearchIndex(), embedder: knownWordsEmbedder('toner') };
    },
  });
  const numbers = async () => (await generations.written()).map(({ name }) => name.generation);
  return {
    store,
    clock,
    generations,
    opened,
    numbers,
    reads: () => reads,
    failNext: () => {
      failures = 1;
    },
  };
};

describe('searchGenerations', () => {
  it('searches the first generation where nothing was indexed yet, and writes nothing for it', async () => {
    const { store, generations } = setup();

    expect((await generations.live()).name).toMatchObject(FIRST);
    expect(await store.read()).toBeUndefined();
  });

  it('begins with the first generation when something is written, and keeps to it', async () => {
    const { store, numbers } = setup();

    expect(await numbers()).toEqual([1]);
    expect(await store.read()).toEqual(firstState(FIRST));
    const later = searchGenerations({
      store,
      first: { ...FIRST, model: 'another', embedder: 'another' },
      clock: fixedClock(),
      open: async (name) => ({ name, index: memorySearchIndex(), embedder: knownWordsEmbedder('toner') }),
    });
    expect((await later.live()).name).toMatchObject({ model: 'm' });
  });

  it('asks for the state once a second, however many ask at once, and opens a generation once', async () => {
    const { clock, generations, opened, reads } = setup();

    const targets = await Promise.all(Array.from({ length: 20 }, () => generations.live()));
    clock.advance(999);
    targets.push(await generations.live());
    expect([reads(), opened, new Set(targets).size]).toEqual([1, [1], 1]);
    clock.advance(1);
    await generations.live();

    expect([reads(), opened]).toEqual([2, [1]]);
  });

  it('follows a switch within a second and lets the old generation go when it is no more', async () => {
    const { store, clock, generations, opened } = setup();
    await generations.written();
    const state = firstState(FIRST);
    const writtenUntil = new Date(clock.now().getTime() + 60_000).toISOString();
    const left = { ...state, revision: 2, live: SECOND, retired: [{ ...FIRST, writtenUntil }] };
    await store.write(left);
    await generations.live();

    clock.advance(1_000);
    expect((await generations.live()).name.generation).toBe(2);
    await store.write({ ...left, revision: 3, retired: [] });
    await generations.written();
    await store.write({ ...left, revision: 4 });
    await generations.written();

    expect(opened).toEqual([1, 2, 1]);
  });

  it('writes to the one that is built and to the one just left, and last to the one that is searched', async () => {
    const { store, clock, numbers } = setup();
    const now = clock.now().toISOString();
    const building = { ...FIRST, generation: 4, startedAt: now, round: 0, roundStartedAt: now };
    const retired = [
      { ...FIRST, generation: 1, writtenUntil: now },
      { ...FIRST, generation: 2, writtenUntil: new Date(clock.now().getTime() + 1_000).toISOString() },
    ];
    await store.write({ ...firstState({ ...FIRST, generation: 3 }), building, retired });

    expect(await numbers()).toEqual([2, 4, 3]);
    clock.advance(1_000);
    expect(await numbers()).toEqual([4, 3]);
  });

  it('tries again to open what could not be opened', async () => {
    const { generations, failNext } = setup();
    failNext();

    await expect(generations.live()).rejects.toThrow('no such model');
    expect((await generations.live()).name.generation).toBe(1);
  });

  it('is asked anew by each reading call', async () => {
    const { store, clock, generations } = setup();
    const index = liveSearchIndex(generations);
    await (await generations.live()).index.upsert([aPassage()]);
    expect(await index.count('demo')).toBe(1);
    await store.write(firstState(SECOND));
    clock.advance(1_000);

    expect(await index.count('demo')).toBe(0);
    expect(await index.versions('demo', 'case', ['c-1'])).toEqual(new Map());
    expect(await index.list({ tenant: 'demo', kind: 'case', filters: {}, limit: 1 })).toEqual([]);
    await index.ping();
  });
});

describe('onLiveTarget', () => {
  it('makes what works on a generation once for each', async () => {
    const [one, two] = [{ name: 'one' }, { name: 'two' }];
    const live = [one, one, two, one];
    let made = 0;
    const ask = onLiveTarget(
      async () => live.shift()!,
      ({ name }) => {
        made += 1;
        return name;
      },
    );

    expect([await ask(), await ask(), await ask(), await ask()]).toEqual(['one', 'one', 'two', 'one']);
    expect(made).toBe(2);
  });
});
