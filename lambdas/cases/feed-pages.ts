import * as z from 'zod';
import type { FeedPageView, FeedQuery } from '#contracts/case-feed.ts';
import { listFeed, type ListFeedDeps } from '#core/use-cases/list-feed.ts';
import { readCursor, writeCursor } from '#lambdas/shared/cursor.ts';

/** Names the list that a cursor belongs to: the cursor of another tenant or case does not fit. */
const listOf = (tenant: string, caseId: string): string => `feed of ${tenant} ${caseId}`;

const cursorOf = (tenant: string, caseId: string) =>
  z.strictObject({
    list: z.literal(listOf(tenant, caseId)),
    created_at: z.string(),
    id: z.string(),
    at: z.int().min(0),
  });

/** Pages of `GET /cases/{id}/feed`. */
export const feedPages = (deps: ListFeedDeps) => {
  const list = listFeed(deps);

  return async (
    tenant: string,
    caseId: string,
    { limit, cursor }: z.infer<typeof FeedQuery>,
  ): Promise<z.infer<typeof FeedPageView>> => {
    const after = cursor === undefined ? undefined : readCursor(cursorOf(tenant, caseId), cursor);
    const { items, next } = await list(tenant, caseId, limit, after);
    return {
      items: [...items],
      next_cursor: next ? writeCursor({ list: listOf(tenant, caseId), ...next }) : null,
    };
  };
};
