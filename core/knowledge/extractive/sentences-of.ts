import { isLogLine } from './log-line.ts';
import { ownLines, type Line } from './own-lines.ts';

/** A sentence of a text. */
export type Sentence = {
  /** As it stands there, character by character. */
  readonly quote: string;
  /** The same on one line. */
  readonly text: string;
  /** Its number, where it was written as a numbered step. */
  readonly ordinal: number | undefined;
  /** A line that a machine wrote, or a command. */
  readonly log: boolean;
};

const BULLET = /^\s*(?:[-*•–]\s+)?(?:(?<ordinal>\d{1,2})[.)]\s+)?/u;
const END = /[.!?…]{1,8}["'”’)\]]{0,4}(?=\s{1,8}\S)/gu;
const LOWER = /^\p{Ll}/u;
const CLOSED = /[.!?:;…]["'”’)\]]*$/u;
/** After these a full stop is never an end; a number or a name follows. */
const ALWAYS_OPEN = new Set(
  'mr mrs ms dr prof st tel no nr fig e.g i.e z.b d.h u.a vs approx ca ver rev'.split(' '),
);
/** After these it is one only before a capital. */
const OFTEN_OPEN = new Set('etc incl excl min max resp bzw temp vol pos inc ltd co ext dept'.split(' '));
/** Lines of a text that are read; longer texts are logs. */
const MOST_LINES = 500;
/** Words before a full stop are looked at up to here. */
const LONGEST_WORD = 40;
/** A line of at least this length that goes on in lower case was wrapped, not ended. */
const WRAPPED = 50;

/**
 * The sentences of a text, without quoted mail and signatures. Log lines and commands stay whole; numbers, versions,
 * paths and host names are never cut, since a full stop ends a sentence only before white space.
 */
export const sentencesOf = (body: string): readonly Sentence[] =>
  unwrapped(body, ownLines(body).slice(0, MOST_LINES)).flatMap((line) => {
    const whole = body.slice(line.start, line.end);
    if (isLogLine(whole)) return sentenceAt(whole, true);
    return cut(whole).flatMap((part) => sentenceAt(part, isLogLine(part)));
  });

/** Lines, those that were wrapped in the middle of a sentence as one. */
const unwrapped = (body: string, lines: readonly Line[]): readonly Line[] => {
  const joined: Line[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const text = before === undefined ? '' : body.slice(before.start, before.end).trimEnd();
    const goesOn =
      text.length >= WRAPPED &&
      !CLOSED.test(text.slice(-LONGEST_WORD)) &&
      LOWER.test(body.slice(line.start, line.end));
    if (before !== undefined && goesOn && isNext(body, before, line))
      joined[joined.length - 1] = { start: before.start, end: line.end };
    else joined.push(line);
  }
  return joined;
};

const isNext = (body: string, before: Line, line: Line): boolean =>
  body.slice(before.end, line.start).replaceAll('\r', '') === '\n';

const cut = (line: string): readonly string[] => {
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: mark } of line.matchAll(END)) {
    const end = index + mark.length;
    if (isOpen(line.slice(from, index), mark, line.slice(end).trimStart())) continue;
    parts.push(line.slice(from, end));
    from = end;
  }
  return [...parts, line.slice(from)];
};

const isOpen = (before: string, mark: string, after: string): boolean => {
  if (mark !== '.') return mark.startsWith('..') && LOWER.test(after);
  const words = before.slice(-LONGEST_WORD).trim().split(/\s+/u);
  const word = (words.at(-1) ?? '').toLowerCase().replace(/^[("'[]+/u, '');
  // The number of a step is no sentence.
  if (before.trim().length <= 2 && /^\d{1,2}$/u.test(word)) return true;
  return ALWAYS_OPEN.has(word) || (OFTEN_OPEN.has(word) && !/^\p{Lu}/u.test(after));
};

const sentenceAt = (part: string, log: boolean): readonly Sentence[] => {
  const head = BULLET.exec(part);
  const quote = part.slice(head?.[0].length ?? 0).trim();
  const ordinal = head?.groups?.['ordinal'];
  if (quote === '') return [];
  return [
    {
      quote,
      text: quote.replaceAll(/\s+/gu, ' '),
      ordinal: ordinal === undefined ? undefined : Number(ordinal),
      log,
    },
  ];
};
