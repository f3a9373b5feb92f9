import type { Source, Statement } from '#core/knowledge/article-draft.ts';
import type { Evidence } from '#core/knowledge/evidence.ts';
import { isDeed } from './action-words.ts';
import type { ReadCase } from './read-case.ts';
import type { Taste } from './tell.ts';
import type { ToldSentence } from './told-sentence.ts';

const MOST = 4;
/** Cases that must name a product or a version. */
const LEAST_CASES = 2;
/** A name and a version of it: `BIOS 2.13.0`, `Firmware v3.1`; two numbers alone may be a measured value. */
const VERSION =
  /(?<![\p{L}\d])\p{Lu}[\p{L}\d-]{1,30} (?:v\d{1,4}(?:\.\d{1,6}){1,3}|\d{1,4}(?:\.\d{1,6}){2,3})(?![\d.]*\d)/gu;

type Mention = { readonly name: string; readonly sentence: ToldSentence };

/** The products and versions that at least two cases name where they tell the problem, each in the words of the sentence that names it. */
export const environmentOf = (
  evidence: Evidence,
  cases: readonly ReadCase[],
  { isPrivate }: Taste,
): readonly Statement[] => {
  const products = [...new Set(evidence.cases.flatMap(({ product }) => product ?? []))];
  const mentions = cases
    .flatMap(({ title, problem }) => [...title, ...problem])
    .filter((sentence) => !sentence.log)
    .flatMap((sentence) => mentionsIn(sentence, products))
    .filter(({ sentence }) => !isPrivate(sentence));
  return [...Map.groupBy(mentions, ({ name }) => name)]
    .map(([text, named]): Statement => ({ section: 'environment', text, sources: sourcesOf(named) }))
    .filter(({ sources }) => sources.length >= LEAST_CASES)
    .toSorted((one, other) => other.sources.length - one.sources.length || (one.text < other.text ? -1 : 1))
    .slice(0, MOST);
};

const mentionsIn = (sentence: ToldSentence, products: readonly string[]): readonly Mention[] => {
  const versions = (sentence.quote.match(VERSION) ?? []).filter(
    (name) => !isDeed((name.split(' ')[0] ?? '').toLowerCase()),
  );
  return [...products.filter((name) => sentence.quote.includes(name)), ...versions].map((name) => ({
    name,
    sentence,
  }));
};

const sourcesOf = (named: readonly Mention[]): readonly Source[] =>
  [...Map.groupBy(named, ({ sentence }) => sentence.caseId)].flatMap(([caseId, [first]]) =>
    first ? [{ caseId, quote: first.sentence.quote }] : [],
  );
