import type { SyncProgress, SyncTask } from '#contracts/case-sync.ts';
import type { Deadline } from '#core/ports/deadline.ts';
import { countGone } from '#core/sync/count-gone.ts';
import { findGone } from '#core/sync/find-gone.ts';
import { findMissing } from '#core/sync/find-missing.ts';
import { followStream } from '#core/sync/follow-stream.ts';
import { beginRun } from '#core/sync/begin-run.ts';
import { dropLostProducts, refreshProducts } from '#core/sync/refresh-products.ts';
import { settleRun } from '#core/sync/settle-imports.ts';
import type { SyncCursor, SyncPhase } from '#core/sync/sync-cursor.ts';
import type { SyncDeps, TakeStep } from '#core/sync/sync-deps.ts';
import { SyncOvertaken } from '#core/sync/sync-overtaken.ts';

/** What is kept back of a call's time: one step reads and writes a few hundred rows at most. */
const RESERVE_MILLISECONDS = 15_000;

/** Looks at imports under way in one call before the caller is asked to wait: some ten seconds. */
const MOST_LOOKS = 24;

const STEPS: Record<Exclude<SyncPhase, 'done'>, TakeStep> = {
  cases: followStream('cases'),
  feed: followStream('feed'),
  comments: followStream('comments'),
  products: refreshProducts,
  lost_products: dropLostProducts,
  missing: findMissing,
  counting: countGone,
  gone: findGone,
  settling: settleRun,
};

const save = async ({ cursors }: SyncDeps, cursor: SyncCursor): Promise<SyncCursor> => {
  const next = { ...cursor, version: cursor.version + 1 };
  if (!(await cursors.write(next))) throw new SyncOvertaken(cursor.tenant);
  return next;
};

const takeUp = async (deps: SyncDeps, task: Omit<SyncTask, 'job_id'>): Promise<SyncCursor> => {
  const stored = await deps.cursors.find(deps.settings.tenant);
  if (stored?.runId === task.run_id) return stored;
  await deps.source.check();
  return save(deps, await beginRun(deps, stored, task));
};

/**
 * Makes the tenant's cases equal to those of its case database, one part of a run at a time: asked again with the same
 * run until there is no more, also after a call that was cut off anywhere. The cursor is written after what it tells of.
 */
export const syncCases =
  (deps: SyncDeps) =>
  async (task: Omit<SyncTask, 'job_id'>, deadline: Deadline): Promise<SyncProgress> => {
    let cursor = await takeUp(deps, task);
    let looks = 0;
    while (cursor.phase !== 'done') {
      if (deadline.remaining() < RESERVE_MILLISECONDS)
        return { more: true, waiting: false, counts: cursor.counts };
      const step = await STEPS[cursor.phase](deps, cursor);
      if (step !== 'waiting') cursor = await save(deps, step);
      else if (looks === MOST_LOOKS) return { more: true, waiting: true, counts: cursor.counts };
      else await deps.pause.before((looks += 1) + 1);
    }
    return { more: false, waiting: false, counts: cursor.counts };
  };
