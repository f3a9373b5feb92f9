import * as z from 'zod';
import type { CaseMapping } from '#contracts/case-source.ts';
import type { SourceCase, SourceName } from '#core/ports/case-source.ts';
import { sourceRecord } from '#core/sync/source-record.ts';
import type { TableColumns } from './describe-tables.ts';
import { quotedTable } from './quoted.ts';
import type { RunQuery } from './run-query.ts';
import { sourceEntries } from './source-entries.ts';
import { allOf, statement } from './statement.ts';

type Described = { readonly mapping: CaseMapping; readonly tables: TableColumns };

const Row = z.object({
  id: z.string(),
  deleted: z.boolean(),
  updated: z.string().nullable(),
  said: z.array(z.unknown()),
});
const Name = z.object({ id: z.string(), updated: z.string().nullable() });

const tableOf = ({ mapping: { cases }, tables }: Described) => {
  const values: unknown[] = [];
  const a = statement(tables.cases, values, 'a');
  const deleted = cases.deleted === undefined ? 'false' : a.isDeleted(cases.deleted);
  return { a, values, deleted, from: `${quotedTable(cases)} a`, filters: cases.filters.map(a.condition) };
};

/** Cases as they are now, with their feeds; those that are not there or filtered out are absent. */
export const sourceCases = async (
  run: RunQuery,
  described: Described,
  ids: readonly string[],
): Promise<readonly SourceCase[]> => {
  const { cases } = described.mapping;
  const { a, values, deleted, from, filters } = tableOf(described);
  const [fields, attributes] = [Object.entries(cases.fields), Object.entries(cases.attributes)];
  // In one array, so that no column's name can meet another's.
  const said = [...fields, ...attributes].map(([, column]) => a.json(column ?? ''));
  const rows = await run(
    `select ${a.text(cases.id)} as id, ${deleted} as deleted, ${a.time(cases.updated_at)} as updated, jsonb_build_array(${said.join(', ')}) as said from ${from} where ${allOf([a.anyOf(cases.id, ids), ...filters])}`,
    values,
  );
  const feeds = await sourceEntries(run, described, ids);
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({
      id: row.id,
      deleted: row.deleted,
      record: sourceRecord({
        id: row.id,
        updatedAt: row.updated ?? undefined,
        fields: Object.fromEntries(fields.map(([field], index) => [field, row.said[index]])),
        attributes: Object.fromEntries(
          attributes.map(([name], index) => [name, row.said[fields.length + index]]),
        ),
        entries: feeds.get(row.id) ?? [],
      }),
    }));
};

/** Names of living cases after an id. */
export const sourceNames = async (
  run: RunQuery,
  described: Described,
  after: string | undefined,
  limit: number,
): Promise<readonly SourceName[]> => {
  const { cases } = described.mapping;
  const { a, values, deleted, from, filters } = tableOf(described);
  const behind = after === undefined ? [] : [`${a.at(cases.id)} > ${a.as(cases.id, after)}`];
  const where = allOf([...behind, `not (${deleted})`, ...filters]);
  const rows = await run(
    `select ${a.text(cases.id)} as id, ${a.time(cases.updated_at)} as updated from ${from} where ${where} order by ${a.at(cases.id)} limit ${a.bind(limit)}`,
    values,
  );
  return z
    .array(Name)
    .parse(rows)
    .map(({ id, updated }) => ({ id, time: updated === null ? undefined : new Date(updated).toISOString() }));
};

/** Which of some cases live. */
export const livingCases = async (
  run: RunQuery,
  described: Described,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { cases } = described.mapping;
  const { a, values, deleted, from, filters } = tableOf(described);
  const where = allOf([a.anyOf(cases.id, ids), `not (${deleted})`, ...filters]);
  const rows = await run(
    `select ${a.text(cases.id)} as id, null as updated from ${from} where ${where}`,
    values,
  );
  return new Set(
    z
      .array(Name)
      .parse(rows)
      .map(({ id }) => id),
  );
};
