import type { Source } from '#core/knowledge/article-draft.ts';
import { findPersonalData } from '#core/privacy/find-personal-data.ts';
import { folded } from './folded.ts';
import { isCorroborated } from './is-corroborated.ts';
import { isDisguised } from './is-disguised.ts';
import { isInstruction } from './is-instruction.ts';
import { holdsMarkup } from './is-markup.ts';
import { namesCustomer } from './names-customer.ts';
import { placeQuote, type QuotePlace } from './place-quote.ts';
import type { ReadCase, ReadEvidence } from './read-evidence.ts';
import type { RemovalReason } from './verified.ts';

/** A source that stands: the case, and the whole sentences that its quote is taken from. */
export type Standing = {
  readonly source: Source;
  readonly cited: ReadCase;
  readonly contexts: readonly string[];
  /** The quote is a whole sentence. */
  readonly whole: boolean;
};

/** Shorter quotes prove nothing, unless they are a whole sentence. */
const LEAST_CHARACTERS = 8;
const LEAST_WORDS = 2;
const MOST_CHARACTERS = 2_000;
/** Sentences that one quote is judged with; a text that repeats it more often repeats itself. */
const MOST_CONTEXTS = 20;

/** Checks sources, each once: a draft cites the same words in many places. */
export const createSourceCheck = (evidence: ReadEvidence): ((source: Source) => Standing | RemovalReason) => {
  const known = new Map<string, Standing | RemovalReason>();
  return (source) => {
    const key = JSON.stringify([source.caseId, source.quote]);
    const answer = known.get(key) ?? checkSource(evidence, source);
    known.set(key, answer);
    return answer;
  };
};

/** Tells whether a source stands: its case is of the pattern, and its quote stands there and may be shown. */
const checkSource = (evidence: ReadEvidence, source: Source): Standing | RemovalReason => {
  const cited = evidence.cases.get(source.caseId);
  if (cited === undefined) return 'foreign_case';
  if (cited.hostile) return 'instruction';
  if (source.quote.length > MOST_CHARACTERS) return 'too_long';
  const places = cited.texts.flatMap((text) => placeQuote(text, source.quote));
  if (places.length === 0) return 'quote_not_found';
  if (provesNothing(source.quote, places)) return 'quote_too_short';
  const contexts = [...new Set(places.map(({ context }) => context))].slice(0, MOST_CONTEXTS);
  return (
    whyHidden(source.quote, contexts, cited, evidence.customers) ??
    (isCorroborated(source.quote, evidence)
      ? { source, cited, contexts, whole: places.some(({ whole }) => whole) }
      : 'not_corroborated')
  );
};

const provesNothing = (quote: string, places: readonly QuotePlace[]): boolean => {
  const flat = folded(quote);
  const short = flat.length < LEAST_CHARACTERS || flat.split(' ').length < LEAST_WORDS;
  return !/\p{L}/u.test(flat) || (short && !places.some(({ whole }) => whole));
};

/**
 * A quote cannot be changed, so that what may not be shown takes all of it away. It is judged with the sentence that it is
 * taken from: a piece of an instruction, or of a number, is no better than the whole.
 */
const whyHidden = (
  quote: string,
  contexts: readonly string[],
  { people }: ReadCase,
  customers: readonly string[],
): RemovalReason | undefined => {
  if (isDisguised(quote)) return 'disguised';
  if ([quote, ...contexts].some(isInstruction)) return 'instruction';
  if (holdsMarkup(quote)) return 'markup';
  if (namesCustomer(quote, customers)) return 'customer_named';
  return contexts.some((context) => touchesPersonalData(context, folded(quote), people))
    ? 'personal_data'
    : undefined;
};

const touchesPersonalData = (context: string, quote: string, names: readonly string[]): boolean => {
  const start = context.indexOf(quote);
  const end = start + quote.length;
  return findPersonalData(context, { names }).some((one) => one.start < end && one.end > start);
};
