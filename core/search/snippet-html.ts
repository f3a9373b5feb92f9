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

/** The pieces that a cut must not divide: white space as one blank, marks, and characters with their entity. */
const pieces = (marked: string): readonly string[] =>
  [...marked.toWellFormed().replaceAll(/\s+/g, ' ').trim()].map(
    (character) => ENTITIES[character] ?? character,
  );

/** A marked text of the index as HTML-escaped text of at most 300 characters, matches in `<mark>`. */
export const snippetHtml = (marked: string): string => {
  let html = '';
  let open = false;
  for (const piece of pieces(marked)) {
    const starts = piece === MATCH_START;
    if (starts === open && (starts || piece === MATCH_END)) continue;
    const markup = starts ? OPEN : CLOSE;
    const next = starts || piece === MATCH_END ? markup : piece;
    // What is open must still be closed, and a cut shown, within the limit.
    const reserve = ELLIPSIS.length + (open || starts ? CLOSE.length : 0);
    if (html.length + next.length + reserve > MOST) return html + (open ? CLOSE : '') + ELLIPSIS;
    html += next;
    if (markup === next) open = starts;
  }
  return html + (open ? CLOSE : '');
};
