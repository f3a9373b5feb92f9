import * as z from 'zod';
import type { ListPosition, RecordPage } from '#core/ports/record-store.ts';
import type { LivingRow } from '#core/records/stored-row.ts';
import { readCursor, writeCursor } from './cursor.ts';

/** Names the list that a cursor belongs to: the cursor of another tenant or of other filters does not fit. */
const listName = (list: string, tenant: string, scope: string): string =>
  `${list} of ${tenant} where ${scope}`;

const cursorOf = (list: string) =>
  z.strictObject({ list: z.literal(list), updated_at: z.iso.datetime(), id: z.string() });

/** One page that a client asked for; `scope` is all that the list depends on beside the tenant, as text. */
export type AskedPage = {
  readonly list: string;
  readonly tenant: string;
  readonly scope: string;
  readonly cursor: string | undefined;
};

/** A page of records as the API answers it, its place kept in a cursor. */
export const recordPage = async <Row extends LivingRow, Item>(
  { list, tenant, scope, cursor }: AskedPage,
  read: (after: ListPosition | undefined) => Promise<RecordPage<Row>>,
  itemOf: (row: Row) => Item,
): Promise<{ items: Item[]; next_cursor: string | null }> => {
  const name = listName(list, tenant, scope);
  const from = cursor === undefined ? undefined : readCursor(cursorOf(name), cursor);
  const { rows, next } = await read(from && { updatedAt: from.updated_at, id: from.id });
  return {
    items: rows.map(itemOf),
    next_cursor: next ? writeCursor({ list: name, updated_at: next.updatedAt, id: next.id }) : null,
  };
};
