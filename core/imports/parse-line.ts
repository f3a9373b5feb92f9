/** A line as a JSON object; an id of more digits than a JavaScript number holds is a text. */
export type ParsedLine = {
  readonly record: Readonly<Record<string, unknown>>;
  readonly nullsRemoved: boolean;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a null character can come out of this text: JSON allows it only escaped. */
export const mayHoldNull = (text: string): boolean => text.includes(String.raw`\u0000`);

/** A JSON value without null characters, in names neither. */
export const withoutNulls = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('\0', '');
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key.replaceAll('\0', ''), withoutNulls(part)]),
  );
};

/** An id that is a whole number beyond 2^53 keeps its digits, which `JSON.parse` alone would round. */
const exactId = (
  text: string,
  record: Record<string, unknown>,
  idColumn: string,
): Record<string, unknown> => {
  const id = record[idColumn];
  if (typeof id !== 'number' || Number.isSafeInteger(id) || !Number.isInteger(id)) return record;
  const sources = new Map<unknown, unknown>();
  // The third argument, with the source text, is of ES2026; the library's types do not know it yet.
  const note = function note(this: unknown, key: string, value: unknown, ...rest: readonly unknown[]) {
    const [context] = rest;
    if (key === idColumn && isRecord(context)) sources.set(this, context['source']);
    return value;
  };
  const root: unknown = JSON.parse(text, note);
  const source = sources.get(root);
  return typeof source === 'string' && /^-?\d+$/.test(source) ? { ...record, [idColumn]: source } : record;
};

/**
 * Parses one line; undefined when it is no JSON object. Null characters, raw or escaped, are removed.
 * `idColumn` is the column that holds the id.
 */
export const parseLine = (raw: string, idColumn = 'id'): ParsedLine | undefined => {
  const text = raw.includes('\0') ? raw.replaceAll('\0', '') : raw;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const record = exactId(text, value, idColumn);
  if (!mayHoldNull(text)) return { record, nullsRemoved: text !== raw };
  const clean = withoutNulls(record);
  if (!isRecord(clean)) return undefined;
  const nullsRemoved = text !== raw || JSON.stringify(clean) !== JSON.stringify(record);
  return { record: clean, nullsRemoved };
};
