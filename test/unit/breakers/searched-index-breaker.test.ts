import { describe, expect, it } from 'vitest';
import { searchedIndexBreaker } from '#core/breakers/searched-index-breaker.ts';
import { DomainError } from '#core/domain-error.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { knownWordsEmbedder } from '#test/support/known-words-embedder.ts';
import { memoryBreakerStore } from '#test/support/memory-breaker-store.ts';
import { memorySearchIndex } from '#test/support/memory-search-index.ts';
import { oneGeneration } from '#test/support/one-generation.ts';

const setup = (ping: () => Promise<void>) => {
  const breakers = memoryBreakerStore();
  const index = { ...memorySearchIndex(), ping };
  const { generations } = oneGeneration(index, knownWordsEmbedder());
  const breaker = searchedIndexBreaker({ breakers, clock: fixedClock() }, generations);
  const fail = () => breaker.run(() => Promise.reject(new DomainError('unavailable', 'the new one is out')));
  const failOften = async () => {
    for (let n = 0; n < 3; n += 1) await expect(fail()).rejects.toThrow('the new one is out');
  };
  return { breakers, breaker, failOften };
};

describe('searchedIndexBreaker', () => {
  it('opens when the searched index is out, and lets nothing through then', async () => {
    const { breakers, breaker, failOften } = setup(() => Promise.reject(new Error('gone')));

    await failOften();

    expect((await breakers.find('vector_store')).state.phase).toBe('open');
    await expect(breaker.run(async () => 'done')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('stays closed while the searched index answers, whatever fails', async () => {
    const { breakers, breaker, failOften } = setup(async () => undefined);

    await failOften();

    expect((await breakers.find('vector_store')).state.phase).toBe('closed');
    expect(await breaker.run(async () => 'done')).toBe('done');
  });
});
