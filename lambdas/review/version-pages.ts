import * as z from 'zod';
import type { VersionListQuery, VersionPageView } from '#contracts/article-version.ts';
import { listArticleVersions, type ListArticleVersionsDeps } from '#core/use-cases/list-article-versions.ts';
import { readCursor, writeCursor } from '#lambdas/shared/cursor.ts';

/** Where a page ended; the cursor of another article does not fit. */
const cursorOf = (list: string) => z.strictObject({ list: z.literal(list), before: z.int().min(0) });

/** Pages of `GET /knowledge/{id}/versions`. */
export const versionPages = (deps: ListArticleVersionsDeps) => {
  const list = listArticleVersions(deps);

  return async (
    tenant: string,
    id: string,
    { limit, cursor }: z.infer<typeof VersionListQuery>,
  ): Promise<z.infer<typeof VersionPageView>> => {
    const name = `versions of ${tenant}#${id}`;
    const before = cursor === undefined ? undefined : readCursor(cursorOf(name), cursor).before;
    const { items, next } = await list(tenant, id, limit, before);
    return { items, next_cursor: next === undefined ? null : writeCursor({ list: name, before: next }) };
  };
};
