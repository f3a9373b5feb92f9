import { describe, expect, it } from 'vitest';
import { wordPiece } from '#adapters/embedded/word-piece.ts';
import { theStaticModel } from '#test/support/the-static-model.ts';

const pieces = wordPiece(new TextDecoder().decode(theStaticModel().vocabulary));

describe('wordPiece', () => {
  // What the reference tokenizer gives; [UNK] is 100.
  it.each([
    ['Unaffordable NAÏVE E-4711!', [14477, 4246, 8551, 3085, 15743, 1041, 1011, 4700, 14526, 999]],
    ['漢字 x', [1904, 100, 1060]],
    [
      'zzzzzzzzqqqqxxjj 😀',
      [1062, 13213, 13213, 13213, 2480, 4160, 4160, 4160, 4160, 20348, 3501, 3501, 100],
    ],
    ['a\u00a0b\u0007c', [1037, 4647]],
    ['q'.repeat(101), [100]],
    ['', []],
  ])('cuts %j', (text, expected) => {
    expect(pieces(text, 512)).toEqual(expected);
  });

  it('stops where it is told', () => {
    expect(pieces('unaffordable unaffordable', 3)).toEqual([14477, 4246, 8551]);
  });
});
