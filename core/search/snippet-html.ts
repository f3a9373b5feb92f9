import { MATCH_END, MATCH_START } from './match-marks.ts';

/** Most characters of a snippet, markup included. */
const MOST = 300;
const OPEN = '<mark>';
const CLOSE = '</mark>';
const ELLIPSIS = '…';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Run = { readonly text: string; readonly matched: boolean };

const MATCHED_RUN = new RegExp(`(${MATCH_START}[^${MATCH_START}${MATCH_END}]*${MATCH_END})`);
const ANY_MARK = new RegExp(`[${MATCH_START}${MATCH_END}]`, 'g');

/** The text as runs that match and runs that do not; a mark without its other half is dropped. */
const runsOf = (marked: string): readonly Run[] =>
  marked
    .toWellFormed()
    .replaceAll(/\s+/g, ' ')
    .trim()
    .split(MATCHED_RUN)
    .map((part) => ({ text: part.replaceAll(ANY_MARK, ''), matched: MATCHED_RUN.test(part) }))
    .filter(({ text }) => text !== '');

/** As much of a text as fits, escaped; neither a character nor an entity is cut. */
const escaped = (text: string, room: number): { readonly html: string; readonly whole: boolean } => {
  let html = '';
  for (const character of text) {
    const piece = ENTITIES[character] ?? character;
    if (html.length + piece.length > room) return { html, whole: false };
    html += piece;
  }
  return { html, whole: true };
};

/** A marked text of the index as HTML-escaped text of at most 300 characters, matches in `<mark>`. */
export const snippetHtml = (marked: string): string => {
  let snippet = '';
  for (const { text, matched } of runsOf(marked)) {
    const markup = matched ? OPEN.length + CLOSE.length : 0;
    const { html, whole } = escaped(text, MOST - ELLIPSIS.length - snippet.length - markup);
    if (html !== '') snippet += matched ? OPEN + html + CLOSE : html;
    if (!whole) return snippet + ELLIPSIS;
  }
  return snippet;
};
