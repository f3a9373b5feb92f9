import { describe, expect, it } from 'vitest';
import { sharedBreaker } from '#core/breakers/breaker.ts';
import { guardedEmbedder } from '#core/breakers/guarded-embedder.ts';
import { guardedSearchIndex } from '#core/breakers/guarded-search-index.ts';
import { DomainError } from '#core/domain-error.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { knownWordsEmbedder } from '#test/support/known-words-embedder.ts';
import { memoryBreakerStore } from '#test/support/memory-breaker-store.ts';
import { memorySearchIndex } from '#test/support/memory-search-index.ts';

const fail = () => Promise.reject(new Error('no answer'));
const succeed = async () => 'done';
const USE = { tenant: 'demo', purpose: 'passage' } as const;

const setup = () => {
  const breakers = memoryBreakerStore();
  const clock = fixedClock();
  const reads = { count: 0 };
  const counted = {
    ...breakers,
    find: (name: Parameters<typeof breakers.find>[0]) => {
      reads.count += 1;
      return breakers.find(name);
    },
  };
  const deps = { breakers: counted, clock };
  const make = (isOutage = async () => true) => sharedBreaker(deps, { name: 'vector_store', isOutage });
  const stateOf = async (name: 'vector_store' | 'external_api' = 'vector_store') =>
    (await breakers.find(name)).state.phase;
  return { deps, clock, reads, make, stateOf };
};

describe('sharedBreaker', () => {
  it('is opened by the failures of several instances together, and keeps all of them from calling', async () => {
    const { make, stateOf, clock } = setup();
    const [one, two] = [make(), make()];

    await expect(one.run(fail)).rejects.toThrow('no answer');
    await expect(two.run(fail)).rejects.toThrow('no answer');
    await expect(one.run(fail)).rejects.toThrow('no answer');

    expect(await stateOf()).toBe('open');
    await expect(one.run(succeed)).rejects.toMatchObject({ code: 'unavailable' });
    clock.advance(1_000);
    await expect(two.run(succeed)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('closes when enough calls after its time succeed', async () => {
    const { make, stateOf, clock } = setup();
    const breaker = make();
    for (let n = 0; n < 3; n += 1) await breaker.run(fail).catch(() => undefined);

    clock.advance(30_000);
    expect(await breaker.run(succeed)).toBe('done');
    expect(await stateOf()).toBe('half_open');
    expect(await breaker.run(succeed)).toBe('done');
    expect(await stateOf()).toBe('closed');
  });

  it('opens again when a trial fails', async () => {
    const { make, stateOf, clock } = setup();
    const breaker = make();
    for (let n = 0; n < 3; n += 1) await breaker.run(fail).catch(() => undefined);
    clock.advance(30_000);

    await expect(breaker.run(fail)).rejects.toThrow('no answer');

    expect(await stateOf()).toBe('open');
    await expect(breaker.run(succeed)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('counts failures in a row only', async () => {
    const { make, stateOf } = setup();
    const breaker = make();

    for (const call of [fail, fail, succeed, fail, fail]) await breaker.run(call).catch(() => undefined);

    expect(await stateOf()).toBe('closed');
  });

  it('reads once a second while all is well', async () => {
    const { make, reads, clock } = setup();
    const breaker = make();

    for (let n = 0; n < 10; n += 1) await breaker.run(succeed);
    expect(reads.count).toBe(1);
    clock.advance(1_000);
    await breaker.run(succeed);
    expect(reads.count).toBe(2);
  });

  it('does not count what is no outage', async () => {
    const { make, stateOf } = setup();
    const breaker = make(async () => false);

    for (let n = 0; n < 10; n += 1) await breaker.run(fail).catch(() => undefined);

    expect(await stateOf()).toBe('closed');
  });
});

describe('guardedSearchIndex', () => {
  const passages = () => Promise.reject(new Error('this passage cannot be written'));

  it('is opened by an index that does not answer', async () => {
    const { deps, stateOf } = setup();
    const broken: SearchIndex = { ...memorySearchIndex(), upsert: passages, ping: fail };
    const index = guardedSearchIndex(deps, broken);

    for (let n = 0; n < 3; n += 1) await expect(index.upsert([])).rejects.toThrow('cannot be written');

    expect(await stateOf()).toBe('open');
    await expect(index.versions('demo', 'case', ['c-1'])).rejects.toMatchObject({ code: 'unavailable' });
    await expect(index.ping()).rejects.toThrow('no answer');
  });

  it('is not opened by passages that it cannot take', async () => {
    const { deps, stateOf } = setup();
    const index = guardedSearchIndex(deps, { ...memorySearchIndex(), upsert: passages });

    for (let n = 0; n < 9; n += 1) await index.upsert([]).catch(() => undefined);

    expect(await stateOf()).toBe('closed');
  });
});

describe('guardedEmbedder', () => {
  it('is opened by a model that is out', async () => {
    const { deps, stateOf } = setup();
    const out = () => Promise.reject(new DomainError('unavailable', 'throttled'));
    const embedder = guardedEmbedder(deps, { ...knownWordsEmbedder(), embed: out });

    for (let n = 0; n < 5; n += 1) await embedder.embed(['a'], USE).catch(() => undefined);

    expect(await stateOf('external_api')).toBe('open');
  });

  it('is not opened by texts that the model refuses', async () => {
    const { deps, stateOf } = setup();
    const known = knownWordsEmbedder();
    const embedder = guardedEmbedder(deps, {
      ...known,
      embed: async (texts, use) => {
        if (texts.includes('bad')) throw new Error('refused');
        return known.embed(texts, use);
      },
    });

    for (let n = 0; n < 9; n += 1) await embedder.embed(['bad'], USE).catch(() => undefined);

    expect(await stateOf('external_api')).toBe('closed');
    expect(embedder.model).toBe(known.model);
  });
});
