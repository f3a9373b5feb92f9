import { LINE_FEED } from './line-bytes.ts';

const QUOTE = 34;

/** Where a row of a CSV ends: behind its last byte, before its line feed. */
export type Frame = {
  readonly end: number;
  /** Physical lines that the row spans. */
  readonly lines: number;
  /** Whether a quote is still open at the end of the bytes. */
  readonly open: boolean;
  /** Whether a line feed ends it, rather than the end of the bytes. */
  readonly ended: boolean;
  /** Where its first physical line ends. */
  readonly firstLineEnd: number;
};

/** Finds rows by their quotes alone: a line feed ends a row when the quotes before it come in pairs (RFC 4180). */
export const csvFramer = (bytes: Uint8Array) => {
  const find = (byte: number, from: number): number => {
    const at = bytes.indexOf(byte, from);
    return at === -1 ? bytes.length : at;
  };
  // The next quote is kept from row to row: without quotes, each row would look through all that is left.
  let quote = -1;
  let searchedFrom = Number.POSITIVE_INFINITY;
  const seekQuote = (from: number): void => {
    if (from < searchedFrom || quote < from) quote = find(QUOTE, from);
    searchedFrom = from;
  };

  return (start: number): Frame => {
    seekQuote(start);
    const firstLineEnd = find(LINE_FEED, start);
    let end = firstLineEnd;
    let open = false;
    for (let lines = 1; ; lines += 1) {
      while (quote < end) {
        open = !open;
        quote = find(QUOTE, quote + 1);
      }
      const ended = end < bytes.length;
      if (!open || !ended) {
        searchedFrom = end;
        return { end, lines, open, ended, firstLineEnd };
      }
      end = find(LINE_FEED, end + 1);
    }
  };
};
