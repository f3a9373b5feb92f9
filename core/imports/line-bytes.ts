import type { UploadPlace } from './upload-record.ts';

/** The byte that ends a line. */
export const LINE_FEED = 10;

const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte) ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;

/** A line without its carriage return and, at the beginning of a file, without the byte order mark. */
export const lineBytes = (bytes: Uint8Array, offset: UploadPlace['offset']): Uint8Array => {
  const line = bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
  return offset === 0 ? withoutMark(line) : line;
};
