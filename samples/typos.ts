import type { Chance } from './chance.ts';

/** Words of the prose, not names of slots. */
const LONG_WORD = /(?<![\w{.-])[a-z]{5,}(?![\w}.-]*[}\d])\b/g;

const mistyped = (word: string, chance: Chance): string => {
  const at = chance.between(1, word.length - 3);
  const [before, one, two, after] = [
    word.slice(0, at),
    word[at] ?? '',
    word[at + 1] ?? '',
    word.slice(at + 2),
  ];
  return chance.pick([before + two + one + after, before + two + after, before + one + one + two + after]);
};

/** Mistypes some of the longer words: two letters change places, one is lost, or one comes twice. */
export const withTypos = (text: string, share: number, chance: Chance): string =>
  text.replace(LONG_WORD, (word) => (chance.happens(share) ? mistyped(word, chance) : word));
