import type { Section, Source, Statement } from '#core/knowledge/article-draft.ts';
import type { AlikeGroup } from './group-alike.ts';
import { holdersOf } from './holders-of.ts';
import { particularsOf } from './particulars-of.ts';
import type { ToldSentence } from './told-sentence.ts';
import { maskedText } from './trigrams.ts';

/** What is looked at when one sentence speaks for those that are told alike. */
export type Taste = {
  /** Whether a sentence names a person or a customer. */
  readonly isPrivate: (sentence: ToldSentence) => boolean;
  /** Whether only one customer of the pattern tells a particular. */
  readonly isOfOneTeller: (particular: string) => boolean;
};

/** The sentence that speaks for a group, and how it is to be ranked among others. */
export type Spoken = {
  readonly group: AlikeGroup;
  readonly sentence: ToldSentence;
  /** Particulars in it that belong to its case, not to the matter. */
  readonly specifics: number;
};

/** A particular that fewer of those who tell the same have is one that changes from case to case. */
const SHARED = 0.3;

const NUMBERS = /\d+(?:[.,:]\d+)*/gu;
const CAPITAL = /^[\p{Lu}\d]/u;

/**
 * The sentence of a group to be shown: without what only one case tells, in the wording that most cases have (others are
 * mistyped), with a capital. Undefined where each names a person or a customer.
 */
export const spokenBy = (group: AlikeGroup, { isPrivate, isOfOneTeller }: Taste): Spoken | undefined => {
  const worded = Map.groupBy(group.sentences, ({ text }) => maskedText(text));
  const told = ({ text }: ToldSentence): number => worded.get(maskedText(text))?.length ?? 0;
  const holders = holdersOf(group.sentences, particularsOf);
  const tellers = new Set(group.sentences.map(({ teller }) => teller)).size;
  const changes = (particular: string): boolean =>
    isOfOneTeller(particular) || (holders.get(particular) ?? 0) < SHARED * tellers;
  const [best] = group.sentences
    .filter((sentence) => !isPrivate(sentence))
    .map((sentence) => ({ group, sentence, specifics: particularsOf(sentence.text).filter(changes).length }))
    .toSorted(
      (one, other) =>
        one.specifics - other.specifics ||
        told(other.sentence) - told(one.sentence) ||
        Number(CAPITAL.test(other.sentence.text)) - Number(CAPITAL.test(one.sentence.text)),
    );
  return best;
};

const numbersIn = (text: string): string => (text.match(NUMBERS) ?? []).join(' ');

/** A statement in the words of one sentence; its sources are all cases that tell the same, numbers included. */
export const statementOf = (
  section: Section,
  { group, sentence }: Spoken,
  { isPrivate }: Taste,
): Statement => {
  const numbers = numbersIn(sentence.text);
  const agreeing = group.sentences.filter((one) => numbersIn(one.text) === numbers && !isPrivate(one));
  return { section, text: sentence.text, sources: oneOfEachCase([sentence, ...agreeing]) };
};

const oneOfEachCase = (sentences: readonly ToldSentence[]): readonly Source[] =>
  [...Map.groupBy(sentences, ({ caseId }) => caseId)].flatMap(([caseId, [first]]) =>
    first ? [{ caseId, quote: first.quote }] : [],
  );
