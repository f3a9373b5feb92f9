import type { UploadReader } from '#core/ports/upload-readers.ts';
import { MOST_LINE_BYTES } from './import-limits.ts';
import { LINE_FEED } from './line-bytes.ts';
import type { RecordBatch, RecordCutter, UnreadRecord, UploadPlace } from './upload-record.ts';

const TOO_LONG: UnreadRecord = {
  ok: false,
  code: 'over_limit',
  reason: `the line is longer than ${MOST_LINE_BYTES} bytes`,
};

/** Where the line ends that is too long for one read and goes on at `offset`: behind its line feed. */
const endOfLongLine = async (reader: UploadReader, offset: number): Promise<number> => {
  for (let at = offset; ;) {
    const { bytes, last } = await reader.read(at, MOST_LINE_BYTES);
    const feed = bytes.indexOf(LINE_FEED);
    if (feed !== -1) return at + feed + 1;
    at += bytes.length;
    if (last) return at;
  }
};

/**
 * The records of an upload in batches, from a place that an earlier batch named on. Never more than one read is
 * held: the incomplete record at its end is read again with the next one.
 */
export const uploadRecords = async function* uploadRecords(
  reader: UploadReader,
  cutter: RecordCutter,
  from: UploadPlace,
): AsyncGenerator<RecordBatch> {
  let at = from;
  for (;;) {
    const { bytes, last } = await reader.read(at.offset, MOST_LINE_BYTES);
    if (bytes.length === 0) return;
    let batch = cutter.cut(bytes, at, last);
    if (batch.offset === at.offset) {
      const offset = await endOfLongLine(reader, at.offset + bytes.length);
      batch = { records: [{ line: at.line, record: TOO_LONG }], offset, line: at.line + 1 };
    }
    const done = last && batch.offset >= at.offset + bytes.length;
    at = { offset: batch.offset, line: batch.line };
    yield batch;
    if (done) return;
  }
};
