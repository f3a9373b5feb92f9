import { describe, expect, it } from 'vitest';
import { BREAKER_LIMITS } from '#core/breakers/breaker-limits.ts';
import {
  admitted,
  afterFailure,
  afterSuccess,
  CLOSED,
  type BreakerState,
} from '#core/breakers/breaker-state.ts';

const NOW = 1_000_000;

/** The state after so many failures in a row at the same moment. */
const failing = (name: keyof typeof BREAKER_LIMITS, times: number): BreakerState => {
  let state = CLOSED;
  for (let n = 0; n < times; n += 1) state = afterFailure(state, BREAKER_LIMITS[name], NOW);
  return state;
};

describe('a breaker', () => {
  it.each([
    ['database', 2, 60_000, 1],
    ['vector_store', 3, 30_000, 2],
    ['external_api', 5, 120_000, 3],
  ] as const)(
    '%s opens after %i failures for %i ms and closes after %i successes',
    (name, failures, ms, successes) => {
      expect(failing(name, failures - 1).phase).toBe('closed');
      const open = failing(name, failures);
      expect(open).toEqual({ phase: 'open', since: NOW, until: NOW + ms });
      expect(admitted(open, NOW + ms - 1)).toBeUndefined();

      let state = admitted(open, NOW + ms)!;
      expect(state.phase).toBe('half_open');
      for (let n = 0; n < successes; n += 1) {
        expect(state.phase).toBe('half_open');
        state = afterSuccess(state, BREAKER_LIMITS[name]);
      }
      expect(state).toEqual(CLOSED);
    },
  );

  it('forgets failures after a success', () => {
    expect(afterSuccess(failing('vector_store', 2), BREAKER_LIMITS.vector_store)).toEqual(CLOSED);
  });

  it('opens again at the first failure of a trial, and remembers when the outage began', () => {
    const trial = admitted(failing('vector_store', 3), NOW + 30_000)!;

    expect(afterFailure(trial, BREAKER_LIMITS.vector_store, NOW + 40_000)).toEqual({
      phase: 'open',
      since: NOW,
      until: NOW + 70_000,
    });
  });

  it('is neither kept open nor closed by calls that began before it opened', () => {
    const open = failing('vector_store', 3);

    expect(afterFailure(open, BREAKER_LIMITS.vector_store, NOW + 9)).toBe(open);
    expect(afterSuccess(open, BREAKER_LIMITS.vector_store)).toBe(open);
  });
});
