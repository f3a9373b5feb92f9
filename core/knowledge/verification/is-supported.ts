import { actionStems, graveStems } from './action-stems.ts';
import { literalsOf, spansSaid } from './literals-of.ts';
import { namesOf, wordsOf } from './names-of.ts';
import { placeQuote } from './place-quote.ts';
import type { ReadCase } from './read-evidence.ts';
import { stemOf, stemsOf } from './stems-of.ts';
import type { RemovalReason } from './verified.ts';

/** Of the words of a statement that say something, the share that must stand in its quotes. */
const LEAST_SHARE = 0.6;
/** So many words in a row that no quote has are an addition, whatever stands around them. */
const ADDITION = 3;
/** How many words after a verb of action must be those of a quote. */
const OBJECT = 2;
/** With fewer words and literals a text says something only as a whole sentence of a case. */
const LEAST_SAID = 2;
/** Where a sentence begins: after its stop, or at a small word with a capital. */
const BEGINS =
  /(?<=[.!?;]["'”’)\]]?)\s+|\s+(?=(?:The|This|That|These|It|We|You|They|He|She|There|Then|If|When|After|Before|Please|Also|To|In|On|At|Do|Der|Die|Das|Es|Sie|Bitte|Dann|Wenn)\s)/u;

/** What a text is held against: the cases that it may take literals from, and the quotes that it may take words from. */
export type Basis = {
  readonly cases: readonly ReadCase[];
  readonly quotes: readonly string[];
  /** Those quotes that are whole sentences. */
  readonly sentences: readonly string[];
  /** More that may be named, like the product. */
  readonly about?: string;
};

/** Why a text is not supported by its basis, if it is not. Each of its sentences must be. */
export const whyUnsupported = (text: string, basis: Basis): RemovalReason | undefined => {
  if (madeUp(text, basis)) return 'unsupported_literal';
  const quoted = new Set([...basis.quotes, basis.about ?? ''].flatMap(stemsOf));
  return sentencesIn(text).every((sentence) => isCovered(sentence, quoted, basis.sentences))
    ? undefined
    : 'unsupported_words';
};

/** A literal, a quoted string or a name that no case has. */
const madeUp = (text: string, { cases, about = '' }: Basis): boolean => {
  const more = { literals: literalsOf(about), words: new Set(wordsOf(about)) };
  const has = (holds: (one: Pick<ReadCase, 'literals' | 'words'>) => boolean) =>
    cases.some(holds) || holds(more);
  const stands = (span: string) =>
    cases.some(({ texts }) => texts.some((one) => placeQuote(one, span).length > 0));
  const isKnown = (name: string) =>
    has(({ words }) => words.has(name)) || cases.some(({ stems }) => stems.has(stemOf(name)));
  return (
    [...literalsOf(text)].some((literal) => !has(({ literals }) => literals.has(literal))) ||
    !spansSaid(text).every(stands) ||
    !namesOf(text).every(isKnown)
  );
};

/** Sentences, also those that were put together without a full stop. */
const sentencesIn = (text: string): readonly string[] =>
  text.split(BEGINS).filter((part) => /\p{L}/u.test(part));

const isCovered = (text: string, quoted: ReadonlySet<string>, sentences: readonly string[]): boolean => {
  const stems = stemsOf(text);
  if (stems.length + literalsOf(text).size < LEAST_SAID)
    return (
      stems.every((stem) => quoted.has(stem)) && sentences.some((one) => lettersOf(one) === lettersOf(text))
    );
  const share = stems.filter((stem) => quoted.has(stem)).length / stems.length;
  return (stems.length === 0 || share >= LEAST_SHARE) && !adds(stems, quoted) && !acts(stems, quoted);
};

const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const adds = (stems: readonly string[], quoted: ReadonlySet<string>): boolean =>
  stems.some(
    (_, n) => n + ADDITION <= stems.length && stems.slice(n, n + ADDITION).every((stem) => !quoted.has(stem)),
  );

const acts = (stems: readonly string[], quoted: ReadonlySet<string>): boolean =>
  stems.some(
    (stem, n) =>
      (actionStems.has(stem) && stems.slice(n + 1, n + 1 + OBJECT).some((object) => !quoted.has(object))) ||
      (graveStems.has(stem) && !quoted.has(stem)),
  );
