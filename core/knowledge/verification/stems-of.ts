import { stopWords } from './stop-words.ts';

const WORD = /[\p{L}\p{M}]{2,}/gu;
const MARKS = /\p{M}/gu;
/** Endings of English and German, longest first; what is left has three letters or more. */
const ENDING =
  /^(?<stem>.{3,}?)(?:ements|ement|ations|ation|ingly|ings|edly|ies|ing|ied|ers|est|ens|ungen|ung|ed|en|er|es|em|ly|s|e|y|n|t)$/u;
const DOUBLED = /(?<letter>[bdfgklmnprt])\k<letter>$/u;

/** The stem of a word, roughly: `replaced`, `replacing` and `replaces` are one. */
export const stemOf = (word: string): string => {
  const bare = word.toLowerCase().normalize('NFD').replaceAll(MARKS, '');
  const stem = ENDING.exec(bare)?.groups?.['stem'] ?? bare;
  return stem.replace(DOUBLED, '$<letter>');
};

/** The words of a text that say something, as stems, in their order. */
export const stemsOf = (text: string): readonly string[] =>
  (text.normalize('NFC').match(WORD) ?? []).filter((word) => !stopWords.has(word.toLowerCase())).map(stemOf);
