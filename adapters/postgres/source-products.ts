import * as z from 'zod';
import type { CaseMapping } from '#contracts/case-source.ts';
import type { SourceProduct } from '#core/ports/case-source.ts';
import type { TableColumns } from './describe-tables.ts';
import { quotedTable } from './quoted.ts';
import type { RunQuery } from './run-query.ts';
import { allOf, statement } from './statement.ts';

type Described = { readonly mapping: CaseMapping; readonly tables: TableColumns };

const Row = z.object({ id: z.string(), name: z.string(), parent: z.string().nullable() });

/** Products after an id; none when the mapping knows no products. */
export const sourceProducts = async (
  run: RunQuery,
  { mapping: { products }, tables }: Described,
  after: string | undefined,
  limit: number,
): Promise<readonly SourceProduct[]> => {
  if (!products) return [];
  const values: unknown[] = [];
  const a = statement(tables.products, values, 'a');
  const behind = after === undefined ? [] : [`${a.at(products.id)} > ${a.as(products.id, after)}`];
  const named = `${a.at(products.name)} is not null`;
  const where = allOf([...behind, named, ...products.filters.map(a.condition)]);
  const parent = products.parent === undefined ? 'null' : a.text(products.parent);
  const rows = await run(
    `select ${a.text(products.id)} as id, ${a.text(products.name)} as name, ${parent} as parent from ${quotedTable(products)} a where ${where} order by ${a.at(products.id)} limit ${a.bind(limit)}`,
    values,
  );
  return z
    .array(Row)
    .parse(rows)
    .map(({ id, name, parent: parentId }) => ({ id, name, parentId: parentId ?? undefined }));
};

/** Which of some products are there. */
export const livingProducts = async (
  run: RunQuery,
  { mapping: { products }, tables }: Described,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (!products || ids.length === 0) return new Set();
  const values: unknown[] = [];
  const a = statement(tables.products, values, 'a');
  const where = allOf([a.anyOf(products.id, ids), ...products.filters.map(a.condition)]);
  const rows = await run(
    `select ${a.text(products.id)} as id from ${quotedTable(products)} a where ${where}`,
    values,
  );
  return new Set(
    z
      .array(Row.pick({ id: true }))
      .parse(rows)
      .map(({ id }) => id),
  );
};
