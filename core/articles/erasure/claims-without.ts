import type { Claim } from '#contracts/article.ts';
import { findPersonalData } from '#core/privacy/find-personal-data.ts';
import { wording, wordsOf } from './words-of.ts';

/** A statement of an article that may not stay as it is; without a new text it goes. */
export type ChangedStatement = { readonly old: string; readonly text?: string | undefined };

/** What is left of an article's claims without one case. */
export type ClaimsLeft = {
  readonly claims: readonly Claim[];
  readonly changed: readonly ChangedStatement[];
  /** Words of the case that stood as proof, and that no other case says. */
  readonly quotes: readonly string[];
};

const MOST_STATEMENT = 500;

const quotesOf = (claim: Claim, wanted: (caseId: string) => boolean): readonly string[] =>
  claim.quotes.filter((_, n) => wanted(claim.case_ids[n] ?? ''));

const holdsOne = (wordings: readonly string[], text: string): boolean =>
  wordings.some((other) => other.includes(text) || text.includes(other));

/**
 * Whether a text was taken from what is erased: it stands there and nowhere else, or it uses a word of it that nothing
 * that is left uses.
 */
const isTaken = (text: string, erased: readonly string[], left: readonly string[]): boolean => {
  if (left.some((quote) => wording(quote).includes(wording(text)))) return false;
  const [gone, kept] = [new Set(wordsOf(...erased)), new Set(wordsOf(...left))];
  return (
    holdsOne(erased.map(wording), wording(text)) ||
    wordsOf(text).some((word) => gone.has(word) && !kept.has(word))
  );
};

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Whether the words of a case may stand for a statement: short, and about nobody. */
const isStatement = (quote: string): boolean =>
  onOneLine(quote).length <= MOST_STATEMENT && findPersonalData(quote).length === 0;

const withoutCase = (claim: Claim, caseId: string): Claim | undefined => {
  const left = quotesOf(claim, (id) => id !== caseId);
  const kept = { ...claim, case_ids: claim.case_ids.filter((id) => id !== caseId), quotes: [...left] };
  // What a person answers for stays theirs, without the proof.
  if (claim.by === 'editor') return kept;
  if (left.length === 0) return undefined;
  const erased = quotesOf(claim, (id) => id === caseId);
  if (!isTaken(claim.text, erased, left)) return kept;
  const other = left.find(isStatement);
  return other === undefined ? undefined : { ...kept, text: onOneLine(other) };
};

/** Quotes of the case that no other case says in the same words. */
const goneQuotes = (claims: readonly Claim[], caseId: string): readonly string[] => {
  const quotes = (wanted: (id: string) => boolean) => claims.flatMap((claim) => quotesOf(claim, wanted));
  const left = quotes((id) => id !== caseId).map(wording);
  return quotes((id) => id === caseId).filter(
    (quote) => !left.some((other) => other.includes(wording(quote))),
  );
};

/**
 * The claims without one case: its quotes are gone, statements that rest on it alone are gone, and those told in its
 * words are told in the words of another case that they rest on, if there is one that may be shown.
 */
export const claimsWithout = (claims: readonly Claim[], caseId: string): ClaimsLeft => {
  const parts = claims.map((claim) => ({
    claim,
    left: claim.case_ids.includes(caseId) ? withoutCase(claim, caseId) : claim,
  }));
  return {
    claims: parts.flatMap(({ left }) => left ?? []),
    changed: parts.flatMap(({ claim, left }) =>
      left?.text === claim.text ? [] : [{ old: claim.text, text: left?.text }],
    ),
    quotes: goneQuotes(claims, caseId),
  };
};
