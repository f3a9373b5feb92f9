import { describe, expect, it } from 'vitest';
import { scorePairs } from '../../../bench/knowledge/pairwise.ts';

describe('scorePairs', () => {
  it('counts pairs: two right of three claimed, of four that are true', () => {
    const patterns = ['a', 'a', 'a', undefined, 'b', 'b'];

    // Claimed: (1,2), (5,6), and (3,4), whose second belongs nowhere; true: three pairs of a, one of b.
    expect(scorePairs([1, 1, 2, 2, 3, 3], patterns)).toEqual({ precision: 2 / 3, recall: 2 / 4 });
  });

  it('is right about everything when it claims nothing', () => {
    expect(scorePairs([1, 2], ['a', 'a'])).toEqual({ precision: 1, recall: 0 });
  });
});
