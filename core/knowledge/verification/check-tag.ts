import { cleanedText } from './cleaned-text.ts';
import { literalsOf } from './literals-of.ts';
import { wordsOf } from './names-of.ts';
import type { ReadEvidence } from './read-evidence.ts';
import type { RemovalReason } from './verified.ts';
import { stemsOf } from './stems-of.ts';
import { whyUnfit } from './why-unfit.ts';

const MOST_CHARACTERS = 100;
/** A name of a host, or an address: nothing to file an article under. */
const PLACE = /\p{L}\.\p{L}|[@/\\]/u;
/** A tag says what the pattern is about: one of so many customers must use its words. */
const SHARE = 3;
const LEAST_VOICES = 2;

/** A tag as it may stand: in words of the category and the product, or of a third of the customers; or why it may not. */
export const checkTag = (evidence: ReadEvidence, tag: string): { readonly text: string } | RemovalReason => {
  if (tag.length > MOST_CHARACTERS) return 'too_long';
  const text = cleanedText(tag);
  if (PLACE.test(text)) return 'instruction';
  const people = [...evidence.cases.values()].flatMap((one) => one.people);
  return (
    whyUnfit(text, tag, { people, customers: evidence.customers }) ??
    (isOfThePattern(evidence, text) ? { text } : 'not_corroborated')
  );
};

const isOfThePattern = ({ cases, voices, about }: ReadEvidence, tag: string): boolean => {
  const named = wordsOf(about);
  const words = wordsOf(tag);
  if (words.every((word) => named.includes(word))) return true;
  const users = [...cases.values()].filter(
    ({ hostile, words: known, literals }) =>
      !hostile &&
      words.every((word) => known.has(word) || named.includes(word)) &&
      [...literalsOf(tag)].every((literal) => literals.has(literal) || about.includes(literal)),
  );
  return (
    /\p{L}/u.test(tag) &&
    stemsOf(tag).length > 0 &&
    new Set(users.map(({ voice }) => voice)).size >=
      Math.min(voices, Math.max(LEAST_VOICES, Math.ceil(voices / SHARE)))
  );
};
