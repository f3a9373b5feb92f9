import { describe, expect, it } from 'vitest';
import { remembered } from '#adapters/system/remembered.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';

const setup = () => {
  const clock = fixedClock();
  let asked = 0;
  const remember = remembered<number>({ seconds: 10, clock });
  const ask = async () => (asked += 1);
  return { clock, remember, ask };
};

describe('remembered', () => {
  it('keeps an answer for its time and no longer', async () => {
    const { clock, remember, ask } = setup();

    expect([await remember('a', ask), await remember('a', ask), await remember('b', ask)]).toEqual([1, 1, 2]);
    clock.advance(9_999);
    expect(await remember('a', ask)).toBe(1);
    clock.advance(1);
    expect(await remember('a', ask)).toBe(3);
  });

  it('asks once for those who ask at the same time', async () => {
    const { remember, ask } = setup();

    expect(await Promise.all([remember('a', ask), remember('a', ask)])).toEqual([1, 1]);
  });

  it('does not keep a fault', async () => {
    const { remember, ask } = setup();
    await expect(remember('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');

    expect(await remember('a', ask)).toBe(1);
  });
});
