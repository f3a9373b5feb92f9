const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** All words and numbers of some texts, in lower case and in their order. */
export const wordsOf = (...texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => text.normalize('NFKC').toLowerCase().match(WORD) ?? []);

/** The words of a text as one line, between spaces, so that a wording is found whatever stands between its words. */
export const wording = (text: string): string => ` ${wordsOf(text).join(' ')} `;
