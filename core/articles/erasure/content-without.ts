import { markdownOf } from '#core/knowledge/markdown-of.ts';
import type { ChangedStatement } from './claims-without.ts';
import { wording, wordsOf } from './words-of.ts';

const MARKER = /^\s*(?:[-*+>]|\d+[.)])?\s*/;
const HEADING = /^(?<level>#{1,6})\s/;
const NUMBERED = /^(?<before>\s*)\d+(?<after>[.)]\s)/;

/** Shorter quotes are no wording of anybody: they would take away what others say, too. */
const LEAST_WORDS = 4;

/** A line of content with a statement changed in it; undefined when nothing is left of it. */
const lineWith = (line: string, { old, text }: ChangedStatement): string | undefined => {
  if (!wording(line).includes(wording(old))) return line;
  const marker = MARKER.exec(line)?.[0] ?? '';
  if (text !== undefined) {
    const shown = markdownOf(text);
    return line.includes(old) ? line.replace(old, () => shown) : `${marker}${shown}`;
  }
  const rest = line.includes(old) ? line.replace(old, '') : marker;
  return wordsOf(rest.slice(marker.length)).length === 0 ? undefined : rest;
};

const levelOf = (line: string): number => HEADING.exec(line)?.groups?.['level']?.length ?? 0;

/** More than the level of any heading. */
const TEXT = 7;

/** Without headings that nothing stands under; from below, so that a heading over an empty one goes, too. */
const withoutEmptySections = (lines: readonly string[]): readonly string[] => {
  const kept: string[] = [];
  // The end is as a heading of the highest level.
  let below = 1;
  for (const line of lines.toReversed()) {
    const level = levelOf(line);
    if (level > 0 && below <= level) continue;
    kept.push(line);
    if (line.trim() !== '') below = level === 0 ? TEXT : level;
  }
  return kept.toReversed();
};

/** Numbered lines count on from the one before; another text between them begins anew. */
const renumbered = (lines: readonly string[]): readonly string[] => {
  let count = 0;
  return lines.map((line) => {
    if (!NUMBERED.test(line)) {
      if (line.trim() !== '') count = 0;
      return line;
    }
    count += 1;
    return line.replace(NUMBERED, `$<before>${count}$<after>`);
  });
};

/** What has to go. */
type WhatGoes = {
  readonly changed: readonly ChangedStatement[];
  readonly quotes: readonly string[];
  readonly caseId: string;
};

/**
 * Markdown with some statements changed or taken out, without any line that holds one of the quotes, and without the
 * case where it is listed; lists are
 * numbered anew, headings without text go. Statements are found by their words, whatever markup stands between.
 */
export const contentWithout = (content: string, { changed, quotes, caseId }: WhatGoes): string => {
  const statements = changed.flatMap(({ old, text }) => {
    const lines = old.split('\n').filter((line) => wordsOf(line).length > 0);
    return lines.map((line, n) => ({ old: line, text: n === 0 ? text : undefined }));
  });
  const wordings = quotes
    .flatMap((quote) => quote.split('\n'))
    .filter((quote) => wordsOf(quote).length >= LEAST_WORDS)
    .map(wording);
  const listed = `- ${markdownOf(caseId)}`;
  const lines = content.split('\n').flatMap((line) => {
    if (line.trim() === listed) return [];
    const left = statements.reduce<string | undefined>(
      (said, statement) => (said === undefined ? undefined : lineWith(said, statement)),
      line,
    );
    if (left === undefined || wordings.some((quote) => wording(left).includes(quote))) return [];
    return [left];
  });
  return renumbered(withoutEmptySections(lines))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
};
