import type { SegmentLine } from '#contracts/segment.ts';

/** TransactWriteItems takes 100 items; ninety leave room, and one is the chunk's outcome. */
const MOST_ROWS = 89;

/** TransactWriteItems takes 4 MB; keys, attribute names and the outcome need some of it. */
const MOST_BYTES = 3_000_000;

const encoder = new TextEncoder();
const bytesOf = (line: SegmentLine): number => encoder.encode(JSON.stringify(line)).length;

/**
 * Cuts a segment's records into chunks, each of which is written in one transaction.
 * The cut depends on the records alone, so that every try of a segment names its chunks alike.
 */
export const cutChunks = (lines: readonly SegmentLine[]): readonly (readonly SegmentLine[])[] => {
  const chunks: SegmentLine[][] = [];
  let bytes = 0;
  for (const line of lines) {
    const size = bytesOf(line);
    const chunk = chunks.at(-1);
    if (!chunk || chunk.length === MOST_ROWS || bytes + size > MOST_BYTES) {
      chunks.push([line]);
      bytes = size;
    } else {
      chunk.push(line);
      bytes += size;
    }
  }
  return chunks;
};
