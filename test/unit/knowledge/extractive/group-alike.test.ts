import { describe, expect, it } from 'vitest';
import { groupAlike } from '#core/knowledge/extractive/group-alike.ts';
import { toldSentences } from '#test/support/told-sentences.ts';

const groupsOf = (...texts: readonly string[]): readonly (readonly string[])[] =>
  groupAlike(toldSentences(texts)).map(({ sentences }) => sentences.map(({ text }) => text));

describe('groupAlike', () => {
  it('takes mistyped sentences and those with other numbers as one', () => {
    expect(
      groupsOf(
        'Replaced the toner of printer 7.',
        'Replacde the toner of printer 12.',
        'Cleaned the glass plate.',
      ),
    ).toEqual([
      ['Cleaned the glass plate.'],
      ['Replaced the toner of printer 7.', 'Replacde the toner of printer 12.'],
    ]);
  });

  it.each([
    ['The tray was empty.', 'The tray was not empty.'],
    ['The lamp is on after the reset.', 'The lamp is never on after the reset.'],
    ['It starts with the new part.', "It doesn't starts with the new part."],
  ])('keeps apart what one says and the other denies: %s', (one, other) => {
    expect(groupsOf(one, other)).toHaveLength(2);
  });

  it('is the same whatever the order of the sentences', () => {
    const sentences = toldSentences([
      'The tray was empty.',
      'The try was empty.',
      'A tray was empty.',
      'No paper.',
    ]);

    expect(groupAlike(sentences.toReversed())).toEqual(groupAlike(sentences));
  });

  it('counts a case once, however often it says the same', () => {
    const [one] = toldSentences(['The tray was empty.']);

    expect(groupAlike([one!, { ...one!, place: 3 }])[0]?.cases.size).toBe(1);
  });
});
