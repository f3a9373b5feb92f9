import { describe, expect, it } from 'vitest';
import { compareRefusals } from '../../../bench/knowledge/replay/compare-refusals.ts';

const patterns = (some: readonly string[]) => some.map((ids) => ({ caseIds: Array.from(ids) }));
const compared = (before: readonly string[], after: readonly string[]) => {
  const { refused, accepted } = compareRefusals(patterns(before), patterns(after));
  return [refused, accepted].map((some) => some.map(({ caseIds }) => caseIds.join('')));
};

describe('compareRefusals', () => {
  it.each([
    ['the same', ['abc'], ['abc'], [], []],
    ['a new refusal', ['abc'], ['abc', 'def'], ['def'], []],
    ['one that is lifted', ['abc', 'def'], ['abc'], [], ['def']],
    ['one that lost a case', ['abcd'], ['abc'], [], []],
    ['one that most of its cases did not share', ['ab'], ['abcdef'], ['abcdef'], []],
  ])('knows %s', (_what, before, after, refused, accepted) => {
    expect(compared(before, after)).toEqual([refused, accepted]);
  });
});
