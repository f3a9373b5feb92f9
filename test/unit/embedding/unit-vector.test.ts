import { describe, expect, it } from 'vitest';
import { unitVector } from '#core/embedding/unit-vector.ts';

describe('unitVector', () => {
  it('scales to length 1 and leaves zeros', () => {
    expect(unitVector([3, 4], 2)).toEqual(new Float32Array([0.6, 0.8]));
    expect(unitVector([0, 0], 2)).toEqual(new Float32Array(2));
  });

  it.each([
    [[1], '1 numbers, not 2'],
    [[Number.NaN, 1], 'not of finite numbers'],
    [[Infinity, 1], 'not of finite numbers'],
  ])('refuses %s', (values, message) => {
    expect(() => unitVector(values, 2)).toThrow(message);
  });
});
