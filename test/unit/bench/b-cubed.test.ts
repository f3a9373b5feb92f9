import { describe, expect, it } from 'vitest';
import { bCubed } from '../../../bench/knowledge/b-cubed.ts';

describe('bCubed', () => {
  it('is 1 where clusters are the patterns, and cases without a pattern are alone', () => {
    expect(bCubed([0, 0, 1, 2], ['a', 'a', undefined, undefined])).toEqual({ precision: 1, recall: 1 });
  });

  it('loses precision where two patterns are one cluster', () => {
    expect(bCubed([0, 0, 0, 0], ['a', 'a', 'b', 'b'])).toEqual({ precision: 0.5, recall: 1 });
  });

  it('loses recall where a pattern is two clusters', () => {
    expect(bCubed([0, 0, 0, 1], ['a', 'a', 'a', 'a'])).toEqual({ precision: 1, recall: 0.625 });
  });

  it('takes a case of no pattern in a cluster for a stranger', () => {
    expect(bCubed([0, 0], ['a', undefined])).toEqual({ precision: 0.5, recall: 1 });
  });
});
