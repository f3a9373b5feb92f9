import { describe, expect, it } from 'vitest';
import { guardedCaseSource } from '#core/breakers/guarded-case-source.ts';
import { SourceMappingFault } from '#core/sync/source-mapping-fault.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { memoryBreakerStore } from '#test/support/memory-breaker-store.ts';
import { memoryCaseSource } from '#test/support/memory-case-source.ts';
import { aSourceFixture, aSourceRow } from '#test/support/source-fixture.ts';

const setup = () => {
  const clock = fixedClock();
  const breakers = memoryBreakerStore();
  const fixture = aSourceFixture();
  fixture.cases.push(aSourceRow({ id: 'k-1' }));
  const whole = memoryCaseSource(fixture, () => clock.now());
  const state = { out: false, calls: 0 };
  const source = new Proxy(whole, {
    get: (target, name, receiver) => {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return async (...asked: unknown[]) => {
        state.calls += 1;
        if (state.out) throw new Error('ECONNREFUSED');
        return member.apply(target, asked);
      };
    },
  });
  const guarded = () => guardedCaseSource({ breakers, clock }, source);
  return { clock, breakers, state, source, guarded };
};

describe('guardedCaseSource', () => {
  it('asks what it is asked', async () => {
    const source = setup().guarded();

    expect(source.streams).toEqual(['cases', 'feed', 'comments']);
    expect(source.fingerprint).toBe('memory');
    await source.check();
    expect(await source.living(['k-1', 'k-2'])).toEqual(new Set(['k-1']));
    expect(await source.names(undefined, 9)).toHaveLength(1);
    expect(await source.read(['k-1'])).toHaveLength(1);
    expect(await source.changes('cases', { time: '2020-01-01' }, 9)).toHaveLength(1);
    expect([await source.products(undefined, 9), await source.livingProducts([])]).toEqual([[], new Set()]);
  });

  it('is out after two failures, for every instance, and fails at once then', async () => {
    const { state, breakers, guarded } = setup();
    const one = guarded();
    state.out = true;
    await expect(one.check()).rejects.toThrow('ECONNREFUSED');
    await expect(one.check()).rejects.toThrow('ECONNREFUSED');
    state.calls = 0;

    await expect(one.read(['k-1'])).rejects.toMatchObject({
      name: 'CaseDatabaseOut',
      message: expect.stringContaining('does not answer'),
    });
    await expect(guarded().now()).rejects.toThrow('does not answer');
    expect(state.calls).toBe(0);
    expect((await breakers.find('database')).state.phase).toBe('open');
  });

  it('is healed by one call after a minute, and out again by one that fails', async () => {
    const { state, clock, breakers, guarded } = setup();
    const source = guarded();
    state.out = true;
    await expect(source.check()).rejects.toThrow('ECONNREFUSED');
    await expect(source.check()).rejects.toThrow('ECONNREFUSED');
    clock.advance(61_000);
    await expect(source.check()).rejects.toThrow('ECONNREFUSED');
    await expect(source.check()).rejects.toMatchObject({ name: 'CaseDatabaseOut' });

    clock.advance(61_000);
    state.out = false;
    await source.now();

    expect((await breakers.find('database')).state).toEqual({ phase: 'closed', failures: 0 });
    expect(await source.living(['k-1'])).toEqual(new Set(['k-1']));
  });

  it('is not out for a mapping that does not fit, however often', async () => {
    const { source, breakers, clock } = setup();
    const check = async () => {
      throw new SourceMappingFault(['column a.b']);
    };
    const now = async () => clock.now().toISOString();
    const guarded = guardedCaseSource({ breakers, clock }, { ...source, check, now });

    for (let n = 0; n < 5; n += 1) await expect(guarded.check()).rejects.toThrow('no column a.b');
    expect((await breakers.find('database')).state.phase).toBe('closed');
  });
});
