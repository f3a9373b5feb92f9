import { folded, foldedLines } from './folded.ts';

/** A border, written as `\n`, inside a word or inside a number. */
const CUT = /[\p{L}\p{N}\p{M}_]\n[\p{L}\p{N}\p{M}_]|\p{N}[.,:-]\n\p{N}|\p{N}\n[.,:-]\p{N}/u;
/** The end of a sentence, or a line after which no small letter goes on. */
const END = /[.!?…]["'”’)\]]*(?=\s)|\n(?!\p{Ll})/gu;

/** A text that quotes are looked for in. */
export type QuotedText = {
  readonly flat: string;
  /** Where its sentences end, rising; the last is its end. */
  readonly ends: readonly number[];
};

/** Prepares a text for the search. */
export const quotedText = (body: string): QuotedText => {
  const lines = foldedLines(body);
  return {
    flat: lines.replaceAll('\n', ' '),
    ends: [...Array.from(lines.matchAll(END), ({ index, 0: mark }) => index + mark.length), lines.length],
  };
};

/** The sentences of a prepared text. */
export const sentencesIn = ({ flat, ends }: QuotedText): readonly string[] =>
  ends.map((end, n) => flat.slice(ends[n - 1] ?? 0, end).trim());

/** A place of a quote: the sentences that it is taken from, whole, and whether it is one of them whole. */
export type QuotePlace = { readonly context: string; readonly whole: boolean };

/**
 * Where a quote stands in a text: exactly, after NFC and folding of white space, and never from the middle of a word or
 * a number.
 */
export const placeQuote = ({ flat, ends }: QuotedText, quote: string): readonly QuotePlace[] => {
  const wanted = folded(quote);
  if (wanted === '') return [];
  const places: QuotePlace[] = [];
  for (let at = flat.indexOf(wanted); at >= 0; at = flat.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    if (cutsWord(flat, at) || cutsWord(flat, end)) continue;
    const from = ends.findLast((one) => one <= at) ?? 0;
    const to = ends.find((one) => one >= end) ?? flat.length;
    const context = flat.slice(from, to).trim();
    places.push({ context, whole: sameLength(context, wanted) });
  }
  return places;
};

/** Whether a border lies inside a word or a number with a point. */
const cutsWord = (text: string, at: number): boolean =>
  CUT.test(`${text.slice(Math.max(0, at - 2), at)}\n${text.slice(at, at + 2)}`);

/** A bullet, a number or a full stop more does not make another sentence. */
const sameLength = (context: string, quote: string): boolean => context.length - quote.length <= 4;
