/** How a CSV is written. */
export type CsvStyle = {
  readonly delimiter?: string;
  readonly lineEnd?: string;
  readonly quoteAll?: boolean;
  readonly mark?: boolean;
  readonly lastLineEnd?: boolean;
};

/** Rows as a CSV (RFC 4180), the first of them its header. */
export const csvText = (rows: readonly (readonly string[])[], style: CsvStyle = {}): string => {
  const { delimiter = ',', lineEnd = '\n', quoteAll = false, mark = false, lastLineEnd = true } = style;
  const needsQuotes = (cell: string): boolean =>
    quoteAll || /["\r\n]/.test(cell) || cell.includes(delimiter) || cell.trim() !== cell;
  const cellOf = (cell: string): string => (needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = rows.map((row) => row.map(cellOf).join(delimiter)).join(lineEnd);
  return `${mark ? '\uFEFF' : ''}${text}${lastLineEnd ? lineEnd : ''}`;
};

/** Records as rows of a CSV: tags with `|`, attributes and feed as JSON, what is absent as an empty cell. */
export const csvRows = (records: readonly Record<string, unknown>[]): string[][] => {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const cellOf = (value: unknown): string => {
    if (value === undefined || value === null) return '';
    if (typeof value === 'string') return value;
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
      ? value.join('|')
      : JSON.stringify(value);
  };
  return [columns, ...records.map((record) => columns.map((column) => cellOf(record[column])))];
};
