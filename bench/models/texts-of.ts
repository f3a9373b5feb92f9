import { seeded } from '#test/support/seeded.ts';

/**
 * Texts of a number of tokens, `[CLS]` and `[SEP]` included, made of words that are one piece each in the vocabulary
 * of both models; no two are equal.
 */
export const textsOf = (vocabulary: string, tokens: number, count: number, seed: number): readonly string[] => {
  const words = vocabulary.split('\n').filter((piece) => /^[a-z]{3,}$/.test(piece));
  const chance = seeded(seed);
  const word = (): string => words[Math.floor(chance() * words.length)] ?? 'the';
  return Array.from({ length: count }, () => Array.from({ length: tokens - 2 }, word).join(' '));
};
