import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { CsvRowParser } from '#core/ports/csv-row-parser.ts';

const Rows = z.array(z.array(z.string()));

/** What a person reads about a row that is none; other faults of the library are faults. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['CSV_QUOTE_NOT_CLOSED', 'a quote is not closed'],
  ['CSV_INVALID_CLOSING_QUOTE', 'behind a closing quote there is more of the field'],
  ['INVALID_OPENING_QUOTE', 'a quote stands inside of a field without quotes'],
]);

/** Rows of CSV by the library csv-parse, strict about quotes. */
export const csvRowParser: CsvRowParser = {
  parse(text, delimiter) {
    try {
      const rows = Rows.parse(
        parse(text, { delimiter, record_delimiter: ['\r\n', '\n'], relax_column_count: true }),
      );
      const [fields = [''], ...others] = rows;
      return others.length === 0
        ? { ok: true, fields }
        : { ok: false, reason: 'a quote is not closed before the end of the line' };
    } catch (error) {
      const reason = error instanceof CsvError ? REASONS.get(error.code) : undefined;
      if (reason === undefined) throw error;
      return { ok: false, reason };
    }
  },
};
