import type { SourceFilter } from '#contracts/case-source.ts';
import type { Columns, ColumnType } from './describe-tables.ts';
import { quoted } from './quoted.ts';

/** Only times between these can be written as ISO 8601; PostgreSQL knows both infinities. */
const BEGIN = "'0001-01-01'";
const END = "'9999-12-31'";

const OPERATORS = { equal: '=', not_equal: 'is distinct from', at_least: '>=', at_most: '<=' } as const;

const typeText = ({ schema, name }: ColumnType): string => `${quoted(schema)}.${quoted(name)}`;

/** Ids of another kind than the column's would fail the whole statement; no row can have them. */
const CASTABLE: Readonly<Record<string, RegExp>> = {
  int2: /^-?\d{1,4}$/,
  int4: /^-?\d{1,9}$/,
  int8: /^-?\d{1,18}$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
};

/** One table in one statement: writes its columns and conditions, values apart in `values`. */
export const statement = (columns: Columns, values: unknown[], alias: string) => {
  const at = (name: string): string => `${alias}.${quoted(name)}`;
  const typeOf = (name: string): ColumnType => {
    const type = columns.get(name);
    if (!type) throw new Error(`the column ${name} was not described`);
    return type;
  };
  const bind = (value: unknown): string => `$${values.push(value)}`;
  /** A value as the column's type; bound as text, which every type can be read from. */
  const as = (name: string, value: unknown): string =>
    `${bind(String(value))}::text::${typeText(typeOf(name))}`;
  const anyOf = (name: string, some: readonly unknown[]): string => {
    const castable = CASTABLE[typeOf(name).name];
    const texts = some.map(String).filter((text) => !castable || castable.test(text));
    return `${at(name)} = any(${bind(texts)}::text[]::${typeText(typeOf(name))}[])`;
  };
  /** A point in time as the column keeps it; without a zone it is UTC. */
  const moment = (name: string, time: string): string =>
    typeOf(name).name === 'timestamptz'
      ? `${bind(time)}::timestamptz`
      : `(${bind(time)}::timestamptz at time zone 'UTC')`;
  const inUtc = (name: string): string =>
    typeOf(name).name === 'timestamptz' ? `${at(name)} at time zone 'UTC'` : at(name);

  const isWritable = (name: string): string => `${at(name)} >= ${BEGIN} and ${at(name)} < ${END}`;

  const condition = (filter: SourceFilter): string => {
    const column = at(filter.column);
    if ('values' in filter) {
      const among = anyOf(filter.column, filter.values);
      return filter.is === 'one_of' ? among : `(${column} is null or not ${among})`;
    }
    if (!('value' in filter)) return `${column} is ${filter.is === 'set' ? 'not null' : 'null'}`;
    return `${column} ${OPERATORS[filter.is]} ${as(filter.column, filter.value)}`;
  };

  return {
    at,
    bind,
    as,
    anyOf,
    moment,
    condition,
    text: (name: string): string => `${at(name)}::text`,
    /** A value as JSON, times as ISO 8601. */
    json: (name: string): string => `to_jsonb(${at(name)})`,
    /** A time as ISO 8601 in UTC with all its digits; null when it cannot be written so. */
    time: (name: string): string =>
      `case when ${isWritable(name)} then to_char(${inUtc(name)}, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') end`,
    /** Whether a time can be written as ISO 8601. */
    isWritable: (name: string): string => isWritable(name),
    /** Whether a row counts as deleted by this column: a boolean that is true, anything else that is set. */
    isDeleted: (name: string): string =>
      typeOf(name).name === 'bool' ? `coalesce(${at(name)}, false)` : `${at(name)} is not null`,
  };
};

/** Conditions that must all hold. */
export const allOf = (conditions: readonly string[]): string => conditions.join(' and ') || 'true';
