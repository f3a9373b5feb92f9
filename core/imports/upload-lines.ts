import { MOST_LINE_BYTES } from './import-limits.ts';

/** One line of an upload, counted from 1; `bytes` is absent when it is longer than a line may be. */
export type UploadLine = { readonly number: number; readonly bytes: Uint8Array | undefined };

/** Some lines and the place behind them, where reading can begin again. */
export type LineBatch = {
  readonly lines: readonly UploadLine[];
  readonly offset: number;
  readonly line: number;
};

/** Reads bytes of the upload, fewer than asked for only at its end. */
export type ReadBytes = (offset: number, length: number) => Promise<Uint8Array>;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte) ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;

const withoutReturn = (bytes: Uint8Array): Uint8Array =>
  bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;

/** Where the line that begins at `offset` and is too long for one read ends: behind its line feed. */
const endOfLongLine = async (read: ReadBytes, size: number, offset: number): Promise<number> => {
  for (let at = offset; at < size; at += MOST_LINE_BYTES) {
    const feed = (await read(at, MOST_LINE_BYTES)).indexOf(LINE_FEED);
    if (feed !== -1) return at + feed + 1;
  }
  return size;
};

/** The complete lines of some bytes; the last one counts without a line feed at the end of the file. */
const cutLines = (bytes: Uint8Array, from: { offset: number; line: number }, atEnd: boolean): LineBatch => {
  const lines: UploadLine[] = [];
  let start = 0;
  while (start < bytes.length) {
    const feed = bytes.indexOf(LINE_FEED, start);
    if (feed === -1 && !atEnd) break;
    const end = feed === -1 ? bytes.length : feed;
    const line = withoutReturn(bytes.subarray(start, end));
    const isFirst = from.offset + start === 0;
    lines.push({ number: from.line + lines.length, bytes: isFirst ? withoutMark(line) : line });
    start = Math.min(bytes.length, end + 1);
  }
  return { lines, offset: from.offset + start, line: from.line + lines.length };
};

/**
 * The lines of an upload in batches, from a place that an earlier batch named on. Never more than one read is
 * held: the incomplete line at its end is read again with the next one.
 */
export const uploadLines = async function* uploadLines(
  read: ReadBytes,
  size: number,
  from: { readonly offset: number; readonly line: number },
): AsyncGenerator<LineBatch> {
  let at: { readonly offset: number; readonly line: number } = from;
  while (at.offset < size) {
    const bytes = await read(at.offset, MOST_LINE_BYTES);
    const atEnd = at.offset + bytes.length >= size;
    let batch = cutLines(bytes, at, atEnd);
    if (batch.lines.length === 0) {
      const offset = await endOfLongLine(read, size, at.offset + bytes.length);
      batch = { lines: [{ number: at.line, bytes: undefined }], offset, line: at.line + 1 };
    }
    yield batch;
    at = batch;
  }
};
