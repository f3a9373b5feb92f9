import { firstNames } from './first-names.ts';
import { bareNameKey, nameKey } from './name-words.ts';
import { ordinaryWords } from './ordinary-words.ts';
import type { PersonalData } from './personal-data.ts';
import { spansOf } from './spans-of.ts';

const LETTERS = /[\p{L}\p{M}]{2,}/gu;
const WORDS = /(?<![\p{L}\p{N}_])(?<it>[\p{L}\p{M}]{3,32})(?![\p{L}\p{N}_])/dgu;

/**
 * What a name or an e-mail address betrays: `Anna Schmidt` and `anna.schmidt@x.com` both give anna and schmidt. An address
 * of one word is a function's, like `monitoring@x.com`, unless it is a first name.
 */
const wordsOf = (name: string): readonly string[] => {
  const [own = '', domain] = name.split('@');
  if (/\d/.test(own)) return [];
  if (domain !== undefined && !/[._-]/.test(own) && !firstNames.has(nameKey(own))) return [];
  return (own.match(LETTERS) ?? []).filter(
    (word) => word.length > 2 && !ordinaryWords.has(word.toLowerCase()),
  );
};

/** The people who are known to stand in a case (names or addresses), wherever a word of theirs stands with a capital. */
export const findKnownNames = (text: string, names: readonly string[]): readonly PersonalData[] => {
  const known = new Set(names.flatMap(wordsOf).flatMap((word) => [nameKey(word), bareNameKey(word)]));
  if (known.size === 0) return [];
  return spansOf(
    text,
    WORDS,
    'name',
    (word) => /^\p{Lu}/u.test(word) && (known.has(nameKey(word)) || known.has(bareNameKey(word))),
  );
};
