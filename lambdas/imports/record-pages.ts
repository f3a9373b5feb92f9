import * as z from 'zod';
import type { ImportRecordPageView, ImportRecordsQuery } from '#contracts/import-record.ts';
import type { ImportKey } from '#core/imports/import-row.ts';
import { listImportRecords, type ListImportRecordsDeps } from '#core/use-cases/list-import-records.ts';
import { readCursor, writeCursor } from '#lambdas/shared/cursor.ts';

type Query = z.infer<typeof ImportRecordsQuery>;

/** Names the list that a cursor belongs to. */
const listOf = ({ tenant, id }: ImportKey, outcome: Query['outcome']): string =>
  `${outcome ?? 'all'} records of ${tenant} ${id}`;

/** Where a page ended, for which list: the cursor of another tenant, import or outcome does not fit. */
const cursorOf = (key: ImportKey, outcome: Query['outcome']) =>
  z.strictObject({
    of: z.literal(listOf(key, outcome)),
    list: outcome === undefined ? z.enum(['rejected', 'failed']) : z.literal(outcome),
    row: z
      .string()
      .regex(/^(?:rejected|outcome)#[\d# ]+$/)
      .optional(),
    shown: z.int().min(0),
  });

/** Pages of `GET /imports/{id}/records`. */
export const recordPages = (deps: ListImportRecordsDeps) => {
  const list = listImportRecords(deps);

  return async (
    key: ImportKey,
    { limit, cursor, outcome }: Query,
  ): Promise<z.infer<typeof ImportRecordPageView>> => {
    const read = cursor === undefined ? undefined : readCursor(cursorOf(key, outcome), cursor);
    const after = read && { list: read.list, row: read.row, shown: read.shown };
    const { items, next } = await list(key, outcome, limit, after);
    return {
      items: [...items],
      next_cursor: next ? writeCursor({ of: listOf(key, outcome), ...next }) : null,
    };
  };
};
