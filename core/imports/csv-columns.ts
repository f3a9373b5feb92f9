import type { FieldOfColumn } from './column-fields.ts';
import { mayHoldNull, withoutNulls } from './parse-line.ts';
import type { RawRecord, UnreadRecord } from './upload-record.ts';

/** Fields that a cell holds as JSON. */
const AS_JSON: ReadonlySet<string> = new Set(['attributes', 'feed']);

const TAG_BORDER = '|';

const readJson = (cell: string): { readonly value: unknown } | undefined => {
  try {
    return { value: withoutNulls(JSON.parse(cell)) };
  } catch {
    return undefined;
  }
};

/** A row as a record: an empty cell is an absent field, tags part at `|`, attributes and feed are JSON. */
export const csvColumns = (
  text: string,
  columns: readonly string[],
  cells: readonly string[],
  fieldOf: FieldOfColumn,
): RawRecord | UnreadRecord => {
  const named: [string, unknown][] = [];
  let nullsRemoved = false;
  for (const [at, column] of columns.entries()) {
    const cell = cells[at] ?? '';
    const field = fieldOf(column) ?? '';
    if (cell === '') continue;
    if (field === 'tags') named.push([column, cell.split(TAG_BORDER)]);
    else if (AS_JSON.has(field)) {
      const json = readJson(cell);
      if (!json) return { ok: false, code: 'wrong_type', reason: `${field}: is not JSON` };
      named.push([column, json.value]);
      nullsRemoved ||= mayHoldNull(cell);
    } else named.push([column, cell]);
  }
  return { ok: true, text, columns: Object.fromEntries(named), nullsRemoved };
};
