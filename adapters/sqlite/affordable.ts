import type { WeighedWord } from './weighed-words.ts';

/** Passages of words that a search reads at most, rarest words first: some 1 ms, whatever the query and however many passages. */
const MOST_POSTINGS = 4_000;

/**
 * The words that are worth their reading: a word that is in most passages costs as much as all others together and
 * hardly changes their order. The rarest known word always is.
 */
export const affordable = (weighed: readonly WeighedWord[]): readonly WeighedWord[] => {
  let postings = 0;
  return weighed
    .filter(({ passages }) => passages > 0)
    .filter(({ passages }, n) => {
      postings += passages;
      return n === 0 || postings <= MOST_POSTINGS;
    });
};
