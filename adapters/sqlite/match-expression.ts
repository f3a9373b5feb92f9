import type { QueryWords } from './query-words.ts';
import type { WeighedWord } from './weighed-words.ts';

/** Postings that a search reads at most, rarest words first: some 2 ms, whatever the query and however many passages. */
const MOST_POSTINGS = 4_000;

const quoted = (words: readonly string[]): string => `"${words.join(' ')}"`;

/** Any of these words, and codes whole; every word is quoted, so that nothing is an operator. Undefined for no word. */
export const matchExpression = (
  weighed: readonly WeighedWord[],
  codes: QueryWords['codes'],
): string | undefined => {
  const known = new Set(weighed.map(({ word }) => word));
  const phrases = codes.filter((code) => code.some((word) => known.has(word.toLowerCase())));
  const alternatives = [...weighed.map(({ word }) => quoted([word])), ...phrases.map(quoted)];
  return alternatives.length === 0 ? undefined : alternatives.join(' OR ');
};

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
