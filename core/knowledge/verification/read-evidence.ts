import type { Evidence, EvidenceCase } from '#core/knowledge/evidence.ts';
import { findPersonalData } from '#core/privacy/find-personal-data.ts';
import { readAloud } from './hostile/read-aloud.ts';
import { speaksToModel } from './hostile/speaks-to-model.ts';
import { isDisguised } from './is-disguised.ts';
import { isInstruction } from './is-instruction.ts';
import { literalsOfSource } from './literals-of.ts';
import { wordsOf } from './names-of.ts';
import { quotedText, sentencesIn, type QuotedText } from './place-quote.ts';
import { stemsOf } from './stems-of.ts';
import { withoutComments } from './without-comments.ts';

/** A case as statements are held against it. */
export type ReadCase = {
  readonly id: string;
  /** Its customer, or itself where it has none. */
  readonly voice: string;
  /** It speaks to a model: nothing in it is evidence. */
  readonly hostile: boolean;
  readonly texts: readonly QuotedText[];
  /** What its sentences say that may be shown. */
  readonly literals: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** Names and addresses of people that stand in it. */
  readonly people: readonly string[];
};

/** The evidence as statements are held against it. */
export type ReadEvidence = {
  readonly cases: ReadonlyMap<string, ReadCase>;
  /** How many customers say a stem; of cases where no customers are known. */
  readonly voicesOf: ReadonlyMap<string, number>;
  readonly voices: number;
  readonly customers: readonly string[];
  /** Category and product, which a title and tags may name. */
  readonly about: string;
};

/** Longer sentences are none, and support nothing. */
const LONGEST_SENTENCE = 2_000;

/** Reads evidence once for all the statements of a draft. */
export const readEvidence = ({ cases, category = '', product = '' }: Evidence): ReadEvidence => {
  const read = cases.map(readCase);
  const honest = read.filter(({ hostile }) => !hostile);
  const voices = Map.groupBy(honest, ({ voice }) => voice);
  const voicesOf = new Map<string, number>();
  for (const own of voices.values())
    for (const stem of new Set(own.flatMap(({ stems }) => [...stems])))
      voicesOf.set(stem, (voicesOf.get(stem) ?? 0) + 1);
  const products = cases.map((one) => one.product ?? '');
  return {
    cases: new Map(read.map((one) => [one.id, one])),
    voicesOf,
    voices: voices.size,
    customers: [...new Set(cases.flatMap(({ customer }) => customer ?? []))],
    about: [category.replaceAll('_', ' '), category, product, ...new Set(products)].join(' '),
  };
};

const readCase = ({ id, customer, texts, people = [] }: EvidenceCase): ReadCase => {
  const bodies = texts.map(({ body }) => body);
  const seen = bodies.map(withoutComments);
  const known = [...people, ...seen.flatMap((body) => peopleIn(body, people))];
  const told = seen.flatMap((body) => toldIn(body, known));
  return {
    id,
    voice: customer ?? id,
    hostile: bodies.some((body) => speaksToModel(readAloud(body))),
    texts: seen.map(quotedText),
    literals: new Set(told.flatMap((sentence) => [...literalsOfSource(sentence)])),
    words: new Set(told.flatMap(wordsOf)),
    stems: new Set(told.flatMap(stemsOf)),
    people: known,
  };
};

const peopleIn = (body: string, names: readonly string[]): readonly string[] =>
  findPersonalData(body, { names }).flatMap(({ start, end, kind }) =>
    kind === 'name' || kind === 'email' ? [body.slice(start, end)] : [],
  );

/** The sentences of a text that may be shown, without personal data: what may not be shown supports nothing. */
const toldIn = (body: string, names: readonly string[]): readonly string[] => {
  const open = findPersonalData(body, { names }).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    body,
  );
  return sentencesIn(quotedText(open)).filter(
    (sentence) => sentence.length <= LONGEST_SENTENCE && !isDisguised(sentence) && !isInstruction(sentence),
  );
};
