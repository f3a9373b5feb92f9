/** Distinct words of a query that are looked at; 1,000 characters can hold 500. */
const MOST_WORDS = 100;
/** Most words of a code such as `ERR-0x80070005_v2`; longer chains are paths or prose without blanks. */
const LONGEST_CODE = 6;

/** Letters, numbers, private-use characters and marks: what the engines make words of. */
export const WORD = /[\p{L}\p{N}\p{Co}\p{M}]+/gu;

/** What a person asked for: distinct words, and codes of several words (`E-4711`) that belong side by side. */
export type QueryWords = {
  readonly words: readonly string[];
  readonly codes: readonly (readonly string[])[];
};

/** Reads a query; whatever is no word (quotes, operators, brackets) only separates. */
export const queryWords = (text: string): QueryWords => {
  const chunks = text.toWellFormed().split(/\s+/);
  const cut = chunks.map((chunk) => chunk.match(WORD) ?? []);
  const words = new Set(cut.flat().map((word) => word.toLowerCase()));
  return {
    words: [...words].slice(0, MOST_WORDS),
    codes: cut.filter(({ length }) => length > 1 && length <= LONGEST_CODE).slice(0, MOST_WORDS),
  };
};
