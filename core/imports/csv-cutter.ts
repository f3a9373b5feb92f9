import type { CsvRowParser } from '#core/ports/csv-row-parser.ts';
import type { FieldOfColumn } from './column-fields.ts';
import { csvColumns } from './csv-columns.ts';
import { csvFramer, type Frame } from './csv-framer.ts';
import { readCsvHeader, type CsvHeader } from './csv-header.ts';
import { decodeLine } from './decode-line.ts';
import { MOST_LINE_BYTES } from './import-limits.ts';
import { lineBytes } from './line-bytes.ts';
import type { RawRecord, RecordCutter, UnreadRecord, UploadRecord } from './upload-record.ts';

type CsvCutterDeps = { readonly parser: CsvRowParser; readonly fieldOf: FieldOfColumn };

/** A cutter of rows that knows their header once it has seen it. */
export type CsvCutter = RecordCutter & { readonly header: () => CsvHeader | undefined };

const broken = (reason: string): UnreadRecord => ({ ok: false, code: 'broken_line', reason });

const NOT_CLOSED = broken(`a quote is not closed within ${MOST_LINE_BYTES} bytes`);

const wrongCount = (found: number, wanted: number): UnreadRecord => ({
  ok: false,
  code: 'wrong_column_count',
  reason: `the record has ${found} columns, the header has ${wanted}`,
});

/** A row with its raw null characters taken out. */
const readRow = (
  text: string,
  header: CsvHeader,
  { parser, fieldOf }: CsvCutterDeps,
): RawRecord | UnreadRecord => {
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text;
  const row = parser.parse(clean, header.delimiter);
  if (!row.ok) return broken(row.reason);
  if (row.fields.length !== header.columns.length)
    return wrongCount(row.fields.length, header.columns.length);
  const record = csvColumns(clean, header.columns, row.fields, fieldOf);
  return record.ok && clean !== text ? { ...record, text, nullsRemoved: true } : record;
};

/**
 * A CSV (RFC 4180): a record a row, the first row being the header. A row whose quotes do not close is rejected by
 * its first physical line alone, and reading goes on at the next line, so that one stray quote does not take the
 * rest of the file with it.
 */
export const csvCutter = (deps: CsvCutterDeps, known?: CsvHeader): CsvCutter => {
  let header = known;

  /** What a frame holds; undefined where it is blank or the header. */
  const read = (text: string | undefined, line: number): RawRecord | UnreadRecord | undefined => {
    if (text?.trim() === '') return undefined;
    if (header && text !== undefined) return readRow(text, header, deps);
    if (header) return { ok: false, code: 'invalid_encoding', reason: 'the record is not valid UTF-8' };
    header = readCsvHeader(text ?? '"', line, deps.parser, deps.fieldOf);
    return undefined;
  };

  return {
    header: () => header,

    cut(bytes, from, last) {
      const nextFrame = csvFramer(bytes);
      const records: UploadRecord[] = [];
      let { line } = from;
      let start = 0;
      const take = (end: number, lines: number, record: UploadRecord['record'] | undefined): void => {
        if (record) records.push({ line, record });
        line += lines;
        start = Math.min(bytes.length, end + 1);
      };
      const takeFrame = (frame: Frame): void => {
        const { end, lines, open, firstLineEnd } = frame;
        const bytesOfRow = lineBytes(bytes.subarray(start, end), from.offset + start);
        const record = open && header ? NOT_CLOSED : read(decodeLine(bytesOfRow), line);
        const isBroken = record && !record.ok && record.code === 'broken_line';
        if (isBroken && lines > 1) take(firstLineEnd, 1, record);
        else take(end, lines, record);
      };

      while (start < bytes.length) {
        const frame = nextFrame(start);
        const complete = frame.ended && !frame.open;
        if (complete || last) takeFrame(frame);
        // Nothing is complete in all that is held at once: the quote is given up, unless a single line fills it.
        else if (start === 0 && frame.lines > 1)
          take(frame.firstLineEnd, 1, header ? NOT_CLOSED : read(undefined, line));
        else break;
      }
      return { records, offset: from.offset + start, line };
    },
  };
};
