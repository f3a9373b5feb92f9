/** The fields of a row, or why it is none. */
export type CsvRow =
  | { readonly ok: true; readonly fields: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** Takes one row of a CSV apart (RFC 4180). It is held to test/unit/csv-cutter.test.ts. */
export interface CsvRowParser {
  /** Reads exactly one row without its line end; line breaks inside of quotes belong to their field. */
  parse(text: string, delimiter: string): CsvRow;
}
