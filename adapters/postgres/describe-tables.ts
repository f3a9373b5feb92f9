import * as z from 'zod';
import type { CaseMapping, SourceFilter } from '#contracts/case-source.ts';
import { SourceMappingFault } from '#core/sync/source-mapping-fault.ts';
import type { RunQuery } from './run-query.ts';

/** The type of a column, with its schema. */
export type ColumnType = { readonly schema: string; readonly name: string };

/** The columns of one table, by name. */
export type Columns = ReadonlyMap<string, ColumnType>;

/** The columns of each table that the mapping names. */
export type TableColumns = Readonly<Record<keyof CaseMapping, Columns>>;

type Wanted = {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly (string | undefined)[];
  readonly times: readonly (string | undefined)[];
};

const columnsOf = (filters: readonly SourceFilter[]): string[] => filters.map(({ column }) => column);

/** Every table and column that a mapping names. */
const wantedBy = ({
  cases,
  feed,
  comments,
  products,
}: CaseMapping): Record<keyof CaseMapping, Wanted | undefined> => ({
  cases: {
    ...cases,
    columns: [
      cases.id,
      cases.deleted,
      ...Object.values(cases.fields),
      ...Object.values(cases.attributes),
      ...columnsOf(cases.filters),
    ],
    times: [cases.updated_at],
  },
  feed: feed && {
    ...feed,
    columns: [feed.id, feed.case, feed.body, feed.author, feed.type, ...columnsOf(feed.filters)],
    times: [feed.created_at, feed.updated_at],
  },
  comments: comments && {
    ...comments,
    columns: [comments.id, comments.entry, comments.body, comments.author, ...columnsOf(comments.filters)],
    times: [comments.created_at, comments.updated_at],
  },
  products: products && {
    ...products,
    columns: [products.id, products.name, products.parent, ...columnsOf(products.filters)],
    times: [],
  },
});

const Row = z.object({ column_name: z.string(), udt_schema: z.string(), udt_name: z.string() });

const read = async (run: RunQuery, { schema, table }: Wanted): Promise<Columns> => {
  const rows = await run(
    'select column_name, udt_schema, udt_name from information_schema.columns where table_schema = $1 and table_name = $2',
    [schema, table],
  );
  return new Map(
    z
      .array(Row)
      .parse(rows)
      .map(({ column_name: column, udt_schema, udt_name }) => [
        column,
        { schema: udt_schema, name: udt_name },
      ]),
  );
};

const isTime = (type: ColumnType | undefined): boolean =>
  type === undefined || type.name === 'timestamp' || type.name === 'timestamptz';

/** What a table lacks of what is wanted of it, in words. */
const lacks = ({ schema, table, columns, times }: Wanted, there: Columns): readonly string[] => {
  const name = `${schema}.${table}`;
  if (there.size === 0) return [`table ${name}`];
  const named = [...new Set([...columns, ...times])].filter((column) => column !== undefined);
  const wrong = times.filter((column) => column !== undefined).filter((column) => !isTime(there.get(column)));
  return [
    ...named.filter((column) => !there.has(column)).map((column) => `column ${name}.${column}`),
    ...wrong.map((column) => `timestamp in column ${name}.${column}`),
  ];
};

/** Reads the types of all columns that a mapping names; throws SourceMappingFault naming every one that is not there. */
export const describeTables = async (run: RunQuery, mapping: CaseMapping): Promise<TableColumns> => {
  const wanted = wantedBy(mapping);
  const missing: string[] = [];
  const describe = async (table: Wanted | undefined): Promise<Columns> => {
    if (!table) return new Map();
    const there = await read(run, table);
    missing.push(...lacks(table, there));
    return there;
  };
  const described = {
    cases: await describe(wanted.cases),
    feed: await describe(wanted.feed),
    comments: await describe(wanted.comments),
    products: await describe(wanted.products),
  };
  if (missing.length > 0) throw new SourceMappingFault(missing);
  return described;
};
