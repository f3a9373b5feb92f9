/** Looked for inside of a word: over a whole text it would begin again at each letter of a long one. */
const ADDRESS = /.@./su;
const SOLID = /\S+/gu;
const WORD = /[\p{L}\p{M}\d]{3,}/gu;
const LETTER = /\p{L}/u;

const withoutAddresses = (text: string): string =>
  text.replaceAll(SOLID, (word) => (ADDRESS.test(word) ? ' ' : word));

/**
 * The terms of a text, each once: words of three characters or more with a letter in them, in lower case. No list of
 * stop words and no endings cut off: what is common weighs little in every language.
 */
export const termsOf = (text: string): readonly string[] => [
  ...new Set(
    (withoutAddresses(text).normalize('NFKC').toLowerCase().match(WORD) ?? []).filter((word) =>
      LETTER.test(word),
    ),
  ),
];
