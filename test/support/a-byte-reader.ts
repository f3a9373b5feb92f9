import type { UploadReader } from '#core/ports/upload-readers.ts';

/** An upload of these bytes, read `most` bytes at once at most; it notes how many it gave at once. */
export const aByteReader = (
  bytes: Uint8Array,
  most = Number.POSITIVE_INFINITY,
): UploadReader & { mostRead(): number } => {
  let mostRead = 0;
  return {
    async read(offset, length) {
      const part = bytes.subarray(offset, offset + Math.min(length, most));
      mostRead = Math.max(mostRead, part.length);
      return { bytes: part, last: offset + part.length >= bytes.length };
    },
    storedBytes: (offset) => offset,
    close: () => {},
    mostRead: () => mostRead,
  };
};
