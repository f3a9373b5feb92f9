import { RecordId, saysSomething, type CaseContent } from '#contracts/case.ts';
import { fieldFault, ImportFields } from '#contracts/import-fields.ts';
import type { RejectionCode, WarningCode } from '#contracts/import-reason.ts';
import { loneSurrogateIn } from './lone-surrogate.ts';
import { parseLine } from './parse-line.ts';
import { recordWarnings } from './record-warnings.ts';

/** A record that is taken. `sourceUpdatedAt` is never later than the time of receipt. */
export type ValidRecord = {
  readonly ok: true;
  readonly id: string;
  readonly content: CaseContent;
  readonly sourceUpdatedAt: string | undefined;
  readonly warnings: readonly WarningCode[];
};

/** A line that is no record, and why; the reason names the field. */
export type RejectedRecord = {
  readonly ok: false;
  readonly id: string | undefined;
  readonly code: RejectionCode;
  readonly reason: string;
};

const KNOWN: ReadonlySet<string> = new Set(Object.keys(ImportFields.shape));

const rejected = (code: RejectionCode, reason: string, id?: string): RejectedRecord => ({
  ok: false,
  id,
  code,
  reason,
});

/** Fields whose value is null are absent; what has no field of its own becomes an attribute. */
const sortColumns = (record: Readonly<Record<string, unknown>>) => {
  const fields: [string, unknown][] = [];
  const unknown: [string, unknown][] = [];
  for (const [name, value] of Object.entries(record)) {
    if (value !== null && name !== 'id') (KNOWN.has(name) ? fields : unknown).push([name, value]);
  }
  return { fields: Object.fromEntries(fields), unknown };
};

/** Columns without a field join the attributes; an attribute that the source named itself stays. */
const withAttributes = (
  fields: Record<string, unknown>,
  unknown: readonly [string, unknown][],
): Record<string, unknown> => {
  const { attributes = {} } = fields;
  if (unknown.length === 0 || typeof attributes !== 'object' || Array.isArray(attributes)) return fields;
  return { ...fields, attributes: { ...Object.fromEntries(unknown), ...attributes } };
};

/** A whole number in full, without an exponent. */
const asText = (value: unknown): unknown => {
  if (typeof value !== 'number') return value;
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
};

const readId = (value: unknown): { readonly id: string } | RejectedRecord => {
  if (value === undefined || value === null || value === '') return rejected('missing_id', 'id: is required');
  const result = RecordId.safeParse(asText(value));
  if (result.success) return { id: result.data };
  const { code, reason } = fieldFault(result.error, 'id');
  return rejected(code === 'invalid_value' ? 'invalid_id' : code, reason);
};

const earlier = (a: string, b: string): string => (a < b ? a : b);

/** Reads one line of an upload: a valid, normalised record, or why it is none. `receivedAt` bounds dates of change. */
export const readRecord = (text: string, receivedAt: string): ValidRecord | RejectedRecord => {
  const parsed = parseLine(text);
  if (!parsed) return rejected('broken_line', 'the line is not a JSON object');
  const named = readId(parsed.record['id']);
  if ('ok' in named) return named;
  const broken = loneSurrogateIn(text, parsed.record);
  if (broken !== undefined) return rejected('invalid_encoding', `${broken}: has a lone surrogate`, named.id);
  const { fields, unknown } = sortColumns(parsed.record);
  const result = ImportFields.safeParse(withAttributes(fields, unknown));
  if (!result.success) {
    const { code, reason } = fieldFault(result.error);
    return rejected(code, reason, named.id);
  }
  const { updated_at: updatedAt, ...content } = result.data;
  if (!saysSomething(content)) {
    return rejected('missing_text', 'title: neither title nor description is given', named.id);
  }
  const read = { content, updatedAt, unknownColumns: unknown.length > 0, nullsRemoved: parsed.nullsRemoved };
  return {
    ok: true,
    id: named.id,
    content,
    sourceUpdatedAt: updatedAt === undefined ? undefined : earlier(updatedAt, receivedAt),
    warnings: recordWarnings(read, receivedAt),
  };
};
