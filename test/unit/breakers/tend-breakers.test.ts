import { describe, expect, it } from 'vitest';
import type { BreakerName } from '#contracts/breaker.ts';
import type { BreakerState } from '#core/breakers/breaker-state.ts';
import type { BreakerRow, BreakerStore } from '#core/ports/breaker-store.ts';
import { tendBreakers } from '#core/use-cases/tend-breakers.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { memoryBreakerStore } from '#test/support/memory-breaker-store.ts';

const NOW = Date.parse('2026-03-01T12:00:00.000Z');
const open = (until: number): BreakerState => ({ phase: 'open', since: NOW - 60_000, until });
const OPEN = open(NOW + 10_000);
const DUE = open(NOW);

const row = (name: BreakerName, state: BreakerState, paused = false): BreakerRow => ({
  name,
  state,
  paused,
  version: 1,
});

const setup = (rows: readonly BreakerRow[], through = (store: BreakerStore): BreakerStore => store) => {
  const store = memoryBreakerStore(rows);
  const enabled = new Map([
    ['projector', true],
    ['verifier', true],
  ]);
  for (const { name, paused } of rows)
    if (paused && name !== 'database')
      for (const mapping of name === 'vector_store' ? ['projector', 'verifier'] : ['projector'])
        enabled.set(mapping, false);
  const probe = { works: true, calls: 0 };
  const lambda = { works: true };
  const faults: unknown[] = [];
  const tend = tendBreakers({
    breakers: through(store),
    sources: {
      async set(mapping, on) {
        enabled.set(mapping, on);
        if (!lambda.works) throw new Error('killed');
      },
    },
    mappings: { vector_store: ['projector', 'verifier'], external_api: ['projector'] },
    probes: {
      vector_store: async () => {
        probe.calls += 1;
        if (!probe.works) throw new Error('still out');
      },
    },
    clock: fixedClock(),
    faults: { record: (event, detail) => faults.push([event, detail]) },
  });
  return { tend, store, enabled, probe, lambda, faults };
};

describe('tendBreakers', () => {
  it('pauses what needs a part that is out, and notes it', async () => {
    const { tend, store, enabled, probe } = setup([row('vector_store', OPEN)]);

    const tended = await tend();

    expect([...enabled.values()]).toEqual([false, false]);
    expect(await store.find('vector_store')).toMatchObject({ paused: true, state: OPEN });
    expect(tended.find(({ moved }) => moved)).toMatchObject({ moved: 'paused' });
    expect(probe.calls).toBe(0);
  });

  it('probes when it is time and resumes what was paused', async () => {
    const { tend, store, enabled, probe } = setup([row('vector_store', DUE, true)]);

    await tend();

    expect(probe.calls).toBe(2);
    expect([...enabled.values()]).toEqual([true, true]);
    expect(await store.find('vector_store')).toMatchObject({ paused: false, state: { phase: 'closed' } });
  });

  it('keeps all of it paused while the probe fails, and says why', async () => {
    const { tend, store, enabled, probe, faults } = setup([row('vector_store', DUE, true)]);
    probe.works = false;

    await tend();

    expect([...enabled.values()]).toEqual([false, false]);
    expect(await store.find('vector_store')).toMatchObject({
      paused: true,
      state: { phase: 'open', until: NOW + 30_000 },
    });
    expect(faults).toEqual([
      ['COMPONENT_UNHEALTHY', { component: 'vector_store', error: new Error('still out') }],
    ]);
  });

  it('does not resume what another breaker holds', async () => {
    const { tend, enabled } = setup([row('vector_store', DUE, true), row('external_api', OPEN, true)]);

    await tend();

    expect(Object.fromEntries(enabled)).toEqual({ projector: false, verifier: true });
  });

  it('leaves alone what an operator has paused while nothing is out', async () => {
    const { tend, enabled } = setup([]);
    enabled.set('verifier', false);

    expect((await tend()).every(({ moved }) => moved === undefined)).toBe(true);

    expect(Object.fromEntries(enabled)).toEqual({ projector: true, verifier: false });
  });

  it('leaves nothing paused for ever when it dies while it pauses', async () => {
    const { tend, store, enabled, lambda } = setup([row('vector_store', OPEN)]);
    lambda.works = false;
    await expect(tend()).rejects.toThrow('could not be tended');
    lambda.works = true;
    const left = await store.find('vector_store');
    await store.write({ ...left, state: { phase: 'closed', failures: 0 } });

    await tend();

    expect([...enabled.values()]).toEqual([true, true]);
    expect(await store.find('vector_store')).toMatchObject({ paused: false });
  });

  it('resumes what it has paused when the breaker closes between the note and the deed', async () => {
    let meanwhile: (() => Promise<unknown>) | undefined;
    const { tend, store, enabled } = setup([row('vector_store', OPEN)], (inner) => ({
      ...inner,
      write: async (written) => {
        const isWritten = await inner.write(written);
        const act = meanwhile;
        meanwhile = undefined;
        await act?.();
        return isWritten;
      },
    }));
    meanwhile = () => store.write({ ...row('vector_store', { phase: 'closed', failures: 0 }), version: 2 });

    await tend();

    expect([...enabled.values()]).toEqual([true, true]);
    expect(await store.find('vector_store')).toMatchObject({ paused: false, state: { phase: 'closed' } });
  });

  it('acts again when another closes the breaker while it pauses', async () => {
    let meanwhile: (() => Promise<unknown>) | undefined;
    const { tend, store, enabled } = setup([row('vector_store', OPEN)], (inner) => ({
      ...inner,
      write: async (written) => {
        const act = meanwhile;
        meanwhile = undefined;
        await act?.();
        return inner.write(written);
      },
    }));
    meanwhile = () => store.write(row('vector_store', { phase: 'closed', failures: 0 }));

    await tend();

    expect([...enabled.values()]).toEqual([true, true]);
    expect(await store.find('vector_store')).toMatchObject({ paused: false, state: { phase: 'closed' } });
  });

  it('tends the others when one cannot be tended, and tells', async () => {
    const { tend, store } = setup([row('vector_store', OPEN)], (inner) => ({
      ...inner,
      find: (name) => (name === 'database' ? Promise.reject(new Error('gone')) : inner.find(name)),
    }));

    await expect(tend()).rejects.toThrow('breakers that could not be tended: 1');

    expect(await store.find('vector_store')).toMatchObject({ state: OPEN });
  });
});
