const BREAK = /[^\S\n]*\n\s*/g;
const SPACE = /[^\S\n]+/g;

/** NFC, white space as one space, a break of lines as one `\n`: all in which a quote may differ from its source. */
export const foldedLines = (text: string): string =>
  text.normalize('NFC').replaceAll('\r', '\n').replaceAll(BREAK, '\n').replaceAll(SPACE, ' ').trim();

/** The same on one line. */
export const folded = (text: string): string => foldedLines(text).replaceAll('\n', ' ');
