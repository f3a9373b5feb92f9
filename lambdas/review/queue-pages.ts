import * as z from 'zod';
import type { ReviewQueuePage, ReviewQueueQuery } from '#contracts/review-queue.ts';
import { listReviewQueue, type ListReviewQueueDeps } from '#core/use-cases/list-review-queue.ts';
import { readCursor, writeCursor } from '#lambdas/shared/cursor.ts';

/** Where a page ended; the cursor of another tenant or of other filters does not fit. */
const cursorOf = (list: string) => z.strictObject({ list: z.literal(list), after: z.string().min(1) });

/** Pages of `GET /knowledge/review-queue`. */
export const queuePages = (deps: ListReviewQueueDeps) => {
  const list = listReviewQueue(deps);

  return async (
    tenant: string,
    { cursor, ...query }: z.infer<typeof ReviewQueueQuery>,
  ): Promise<z.infer<typeof ReviewQueuePage>> => {
    const scope = JSON.stringify([query.reason, query.category]);
    const name = `reviews of ${tenant} where ${scope}`;
    const after = cursor === undefined ? undefined : readCursor(cursorOf(name), cursor).after;
    const { items, next } = await list(tenant, { ...query, after });
    return { items, next_cursor: next === undefined ? null : writeCursor({ list: name, after: next }) };
  };
};
