import * as z from 'zod';
import type { ImportListQuery, ImportPageView } from '#contracts/import.ts';
import { listImports, type ListImportsDeps } from '#core/use-cases/list-imports.ts';
import { readCursor, writeCursor } from '#lambdas/shared/cursor.ts';

/** Where a page ended; the cursor of another tenant does not fit. */
const cursorOf = (tenant: string) =>
  z.strictObject({ list: z.literal(`imports of ${tenant}`), created_at: z.iso.datetime(), id: z.string() });

/** Pages of `GET /imports`. */
export const importPages = (deps: ListImportsDeps) => {
  const list = listImports(deps);

  return async (
    tenant: string,
    { limit, cursor }: z.infer<typeof ImportListQuery>,
  ): Promise<z.infer<typeof ImportPageView>> => {
    const read = cursor === undefined ? undefined : readCursor(cursorOf(tenant), cursor);
    const { items, next } = await list(tenant, limit, read && { createdAt: read.created_at, id: read.id });
    return {
      items: [...items],
      next_cursor: next
        ? writeCursor({ list: `imports of ${tenant}`, created_at: next.createdAt, id: next.id })
        : null,
    };
  };
};
