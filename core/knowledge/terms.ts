const ADDRESS = /\S+@\S+/gu;
const WORD = /[\p{L}\p{M}\d]{3,}/gu;
const LETTER = /\p{L}/u;

/**
 * The terms of a text, each once: words of three characters or more with a letter in them, in lower case. No list of
 * stop words and no endings cut off: what is common weighs little in every language.
 */
export const termsOf = (text: string): readonly string[] => [
  ...new Set(
    (text.replaceAll(ADDRESS, ' ').normalize('NFKC').toLowerCase().match(WORD) ?? []).filter((word) =>
      LETTER.test(word),
    ),
  ),
];
