import type { Sentence } from './sentences-of.ts';
import { likeness, maskedText, trigramsOf } from './trigrams.ts';

/** Likeness from which a sentence repeats another. */
const REPEATED = 0.8;

/** Tells whether a sentence repeats one of these in nearly the same words. */
export const alikeToAny = (sentences: readonly Sentence[]): ((sentence: Sentence) => boolean) => {
  const known = sentences.map(({ text }) => trigramsOf(maskedText(text)));
  return ({ text }) => {
    const own = trigramsOf(maskedText(text));
    return known.some((other) => likeness(own, other) >= REPEATED);
  };
};
