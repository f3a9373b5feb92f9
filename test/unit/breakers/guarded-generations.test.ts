import { describe, expect, it } from 'vitest';
import { guardedGenerations } from '#core/breakers/guarded-generations.ts';
import type { SearchTarget } from '#core/ports/search-generations.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { knownWordsEmbedder } from '#test/support/known-words-embedder.ts';
import { memoryBreakerStore } from '#test/support/memory-breaker-store.ts';
import { memorySearchIndex } from '#test/support/memory-search-index.ts';

const USE = { tenant: 'demo', purpose: 'passage' } as const;
const out = () => Promise.reject(new Error('no answer'));

/** A generation whose index and model do not answer. */
const silent = (generation: number): SearchTarget => ({
  name: { model: 'known-words', dimensions: 2, generation },
  index: { ...memorySearchIndex(), count: out, ping: out },
  embedder: { ...knownWordsEmbedder('toner', 'drum'), embed: out },
});

const setup = () => {
  const breakers = memoryBreakerStore();
  const [live, building] = [silent(1), silent(2)];
  const generations = guardedGenerations(
    { breakers, clock: fixedClock() },
    { live: async () => live, written: async () => [building, live] },
  );
  const phaseOf = async (name: 'vector_store' | 'external_api') => (await breakers.find(name)).state.phase;
  const use = async ({ index, embedder }: SearchTarget) => {
    for (let n = 0; n < 5; n += 1) {
      await index.count('demo').catch(() => undefined);
      await embedder.embed(['toner'], USE).catch(() => undefined);
    }
  };
  return { generations, building, phaseOf, use };
};

describe('guardedGenerations', () => {
  it.each(['live', 'written'] as const)(
    'guards the index and the model of the live one of %s',
    async (way) => {
      const { generations, phaseOf, use } = setup();

      await use(way === 'live' ? await generations.live() : (await generations.written()).at(-1)!);

      expect(await phaseOf('vector_store')).toBe('open');
      expect(await phaseOf('external_api')).toBe('open');
    },
  );

  it('leaves a generation beside it alone, so that its outage stops nothing', async () => {
    const { generations, building, phaseOf, use } = setup();

    const [beside] = await generations.written();
    await use(beside!);

    expect(beside).toBe(building);
    expect(await phaseOf('vector_store')).toBe('closed');
    expect(await phaseOf('external_api')).toBe('closed');
  });

  it('gives the same object each time', async () => {
    const { generations } = setup();

    expect(await generations.live()).toBe(await generations.live());
    expect((await generations.written()).at(-1)).toBe(await generations.live());
  });
});
