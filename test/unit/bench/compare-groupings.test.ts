import { describe, expect, it } from 'vitest';
import { compareGroupings } from '../../../bench/knowledge/compare-groupings.ts';

const pattern = (ids: string) => ({ caseIds: ids.split(''), customers: 2, remedies: [], joins: [] });
const changes = (before: readonly string[], after: readonly string[]) =>
  compareGroupings(before.map(pattern), after.map(pattern)).map((change) => [
    change.kind,
    change.before.map(({ caseIds }) => caseIds.join('')),
    change.after.map(({ caseIds }) => caseIds.join('')),
  ]);

describe('compareGroupings', () => {
  it.each([
    ['same', ['abc'], ['abc']],
    ['resized', ['abcd'], ['abc']],
    ['resized', ['abc'], ['abcd']],
    ['merged', ['abc', 'def'], ['abcdef']],
    ['merged', ['abcdefgh', 'xy'], ['abcdefgxy']],
    ['split', ['abcdef'], ['abc', 'de']],
    ['regrouped', ['abcd', 'efgh'], ['abef', 'cdgh']],
    ['appeared', [], ['abc']],
    ['vanished', ['abc'], []],
  ])('%s: %j becomes %j', (kind, before, after) => {
    expect(changes(before, after)).toEqual([[kind, before, after]]);
  });

  it('does not tie patterns by a few cases that change sides', () => {
    expect(changes(['abcdef', 'uvwxyz'], ['abcde', 'fuvwxyz']).map(([kind]) => kind)).toEqual([
      'resized',
      'resized',
    ]);
  });
});
