import type { Rejection } from '#contracts/import-outcome.ts';
import type { CsvRowParser } from '#core/ports/csv-row-parser.ts';
import type { FieldOfColumn } from './column-fields.ts';
import { UploadFault } from './upload-fault.ts';

/** The header of a CSV: what parts its fields, and the names of its columns. */
export type CsvHeader = { readonly delimiter: string; readonly columns: readonly string[] };

const DELIMITERS = [',', ';', '\t'] as const;

const fault = (line: number, reason: string): UploadFault => {
  const rejection: Rejection = { line, code: 'invalid_header', reason: reason.slice(0, 500) };
  return new UploadFault('invalid_header', reason, { rejection });
};

/** The delimiter is the one that finds a column for the id, then the one that finds most columns, then the comma. */
const readNames = (text: string, parser: CsvRowParser, fieldOf: FieldOfColumn) => {
  const readings = DELIMITERS.flatMap((delimiter) => {
    const row = parser.parse(text, delimiter);
    if (!row.ok) return [];
    const columns = row.fields.map((name) => name.trim());
    return [{ delimiter, columns, named: columns.some((column) => fieldOf(column) === 'id') }];
  });
  return readings.toSorted(
    (a, b) => Number(b.named) - Number(a.named) || b.columns.length - a.columns.length,
  )[0];
};

/**
 * Reads the header of a CSV; spaces around names do not count. One that names no id, or a column twice or not at
 * all, leaves nobody to tell which column is which: an `UploadFault` that names its line.
 */
export const readCsvHeader = (
  text: string,
  line: number,
  parser: CsvRowParser,
  fieldOf: FieldOfColumn,
): CsvHeader => {
  const reading = readNames(text, parser, fieldOf);
  if (!reading) throw fault(line, 'the header is broken: its quotes do not close');
  const { delimiter, columns, named } = reading;
  const unnamed = columns.indexOf('');
  if (unnamed !== -1) throw fault(line, `column ${unnamed + 1} of the header has no name`);
  const twice = columns.find((column, at) => columns.indexOf(column) !== at);
  if (twice !== undefined) throw fault(line, `the header has two columns "${twice.slice(0, 200)}"`);
  if (!named)
    throw fault(line, 'the first line is no header: it names no column "id", and none is mapped to it');
  return { delimiter, columns };
};
