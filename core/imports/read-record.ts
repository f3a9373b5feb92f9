import { RecordId, saysSomething, type CaseContent } from '#contracts/case.ts';
import type { ColumnMapping } from '#contracts/column-mapping.ts';
import { fieldFault, ImportFields } from '#contracts/import-fields.ts';
import type { RejectionCode, WarningCode } from '#contracts/import-reason.ts';
import { columnFields, type FieldOfColumn } from './column-fields.ts';
import { loneSurrogateIn } from './lone-surrogate.ts';
import { proposalsFor, type Proposal } from './proposals.ts';
import { recordWarnings } from './record-warnings.ts';
import type { RawRecord, UnreadRecord } from './upload-record.ts';

/** What stands out about a record's columns. */
type Remarks = {
  /** Columns that hold no field. */
  readonly unknownColumns: readonly string[];
  readonly proposals: readonly Proposal[];
};

/** A record that is taken. `sourceUpdatedAt` is never later than the time of receipt. */
export type ValidRecord = Remarks & {
  readonly ok: true;
  readonly id: string;
  readonly content: CaseContent;
  readonly sourceUpdatedAt: string | undefined;
  readonly warnings: readonly WarningCode[];
};

/** A record that is not taken, and why; the reason names the field. */
export type RejectedRecord = UnreadRecord & Remarks;

/** Reads records of one import; `receivedAt` bounds dates of change. */
export type ReadRecord = (raw: RawRecord, receivedAt: string) => ValidRecord | RejectedRecord;

const refusal = (code: RejectionCode, reason: string, id?: string): UnreadRecord => ({
  ok: false,
  id,
  code,
  reason,
});

/** What says nothing is absent, as an empty cell of a CSV is: null, an empty text, a list without entries. */
const saysNothing = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

const withoutEmpty = (value: unknown): unknown =>
  Array.isArray(value) ? value.filter((entry) => entry !== '') : value;

/** Columns by the fields they hold; what has no field of its own becomes an attribute. */
const sortColumns = (columns: Readonly<Record<string, unknown>>, fieldOf: FieldOfColumn) => {
  const fields: [string, unknown][] = [];
  const unknown: [string, unknown][] = [];
  for (const [column, given] of Object.entries(columns)) {
    const field = fieldOf(column);
    const value = field === 'tags' ? withoutEmpty(given) : given;
    if (saysNothing(value)) continue;
    if (field === undefined) unknown.push([column, value]);
    else fields.push([field, value]);
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

const readId = (value: unknown): { readonly id: string } | UnreadRecord => {
  if (value === undefined) return refusal('missing_id', 'id: is required');
  const result = RecordId.safeParse(asText(value));
  if (result.success) return { id: result.data };
  const { code, reason } = fieldFault(result.error, 'id');
  return refusal(code === 'invalid_value' ? 'invalid_id' : code, reason);
};

const earlier = (a: string, b: string): string => (a < b ? a : b);

type Named = { readonly id: string; readonly fields: Record<string, unknown> };

/** The fields of a record with an id, checked and normalised. */
const readFields = ({ id, fields }: Named, unknown: readonly [string, unknown][]) => {
  const result = ImportFields.safeParse(withAttributes(fields, unknown));
  if (!result.success) {
    const { code, reason } = fieldFault(result.error);
    return refusal(code, reason, id);
  }
  return saysSomething(result.data)
    ? { ok: true as const, ...result.data }
    : refusal('missing_text', 'title: neither title nor description is given', id);
};

/** A reader of records whose columns are named by `mapping`: a valid, normalised record, or why it is none. */
export const recordReader = (mapping?: ColumnMapping): ReadRecord => {
  const fieldOf = columnFields(mapping);
  const propose = proposalsFor();
  return (raw, receivedAt) => {
    const { fields: all, unknown } = sortColumns(raw.columns, fieldOf);
    const unknownColumns = unknown.map(([column]) => column);
    const refuse = (why: UnreadRecord): RejectedRecord => ({
      ...why,
      unknownColumns,
      proposals: propose(all, unknownColumns, why),
    });

    const { id: givenId, ...fields } = all;
    const named = readId(givenId);
    if ('ok' in named) return refuse(named);
    const broken = loneSurrogateIn(raw.text, raw.columns);
    if (broken !== undefined)
      return refuse(refusal('invalid_encoding', `${broken}: has a lone surrogate`, named.id));
    const read = readFields({ id: named.id, fields }, unknown);
    if (!read.ok) return refuse(read);

    const { ok, updated_at: updatedAt, ...content } = read;
    const warned = {
      content,
      updatedAt,
      unknownColumns: unknown.length > 0,
      nullsRemoved: raw.nullsRemoved,
    };
    return {
      ok,
      id: named.id,
      content,
      sourceUpdatedAt: updatedAt === undefined ? undefined : earlier(updatedAt, receivedAt),
      warnings: recordWarnings(warned, receivedAt),
      unknownColumns,
      proposals: propose(all, unknownColumns),
    };
  };
};
