import * as z from 'zod';
import type { RunListQuery, RunPageView } from '#contracts/job-run.ts';
import { listRuns, type ListRunsDeps } from '#core/use-cases/list-runs.ts';
import { readCursor, writeCursor } from '#lambdas/shared/cursor.ts';

/** Where a page ended; the cursor of another job does not fit. */
const cursorOf = (list: string) =>
  z.strictObject({ list: z.literal(list), started_at: z.iso.datetime(), run_id: z.string().min(1) });

/** Pages of `GET /admin/jobs/{job_id}/runs`. */
export const runPages = (deps: ListRunsDeps) => {
  const list = listRuns(deps);

  return async (
    job: string,
    { limit, cursor }: z.infer<typeof RunListQuery>,
  ): Promise<z.infer<typeof RunPageView>> => {
    const name = `runs of ${job}`;
    const read = cursor === undefined ? undefined : readCursor(cursorOf(name), cursor);
    const { items, next } = await list(
      job,
      limit,
      read && { startedAt: read.started_at, runId: read.run_id },
    );
    return {
      items: [...items],
      next_cursor: next ? writeCursor({ list: name, started_at: next.startedAt, run_id: next.runId }) : null,
    };
  };
};
