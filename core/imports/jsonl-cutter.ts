import { decodeLine } from './decode-line.ts';
import { LINE_FEED, lineBytes } from './line-bytes.ts';
import { parseLine } from './parse-line.ts';
import type { RawRecord, RecordCutter, UnreadRecord, UploadRecord } from './upload-record.ts';

/** One line of JSON Lines, decoded, as a record; undefined where it is blank. */
export const readJsonLine = (
  text: string | undefined,
  idColumn: string,
): RawRecord | UnreadRecord | undefined => {
  if (text === undefined)
    return { ok: false, code: 'invalid_encoding', reason: 'the line is not valid UTF-8' };
  if (text.trim() === '') return undefined;
  const parsed = parseLine(text, idColumn);
  if (!parsed) return { ok: false, code: 'broken_line', reason: 'the line is not a JSON object' };
  return { ok: true, text, columns: parsed.record, nullsRemoved: parsed.nullsRemoved };
};

/** JSON Lines: a record a line. `idColumn` is the column that holds the id. */
export const jsonlCutter = (idColumn: string): RecordCutter => ({
  cut(bytes, from, last) {
    const records: UploadRecord[] = [];
    let { line } = from;
    let start = 0;
    while (start < bytes.length) {
      const feed = bytes.indexOf(LINE_FEED, start);
      if (feed === -1 && !last) break;
      const end = feed === -1 ? bytes.length : feed;
      const text = decodeLine(lineBytes(bytes.subarray(start, end), from.offset + start));
      const record = readJsonLine(text, idColumn);
      if (record) records.push({ line, record });
      line += 1;
      start = Math.min(bytes.length, end + 1);
    }
    return { records, offset: from.offset + start, line };
  },
});
