import type { CsvRowParser } from '#core/ports/csv-row-parser.ts';
import { columnFields, idColumnOf } from './column-fields.ts';
import { csvCutter } from './csv-cutter.ts';
import type { CsvHeader } from './csv-header.ts';
import type { ImportRow } from './import-row.ts';
import { jsonlCutter } from './jsonl-cutter.ts';
import type { RecordCutter } from './upload-record.ts';

/** What cuts an import's upload into records, by its format; `header` is that of a CSV which was read before. */
export const cutterOf = (
  { format, mapping }: ImportRow,
  parser: CsvRowParser,
  header: CsvHeader | undefined,
): RecordCutter & { readonly header: () => CsvHeader | undefined } =>
  format === 'csv'
    ? csvCutter({ parser, fieldOf: columnFields(mapping) }, header)
    : { ...jsonlCutter(idColumnOf(mapping)), header: () => undefined };
