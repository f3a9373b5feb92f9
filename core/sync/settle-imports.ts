import { isFinal } from '#core/imports/import-states.ts';
import type { OpenImport, SyncCursor } from './sync-cursor.ts';
import { nextPhase } from './next-phase.ts';
import type { SyncDeps, TakeStep } from './sync-deps.ts';

/** Imports under way at once; each is a slice, so the queues behind hold little more than what is worked on. */
const MOST_OPEN = 20;

/** Whether nothing stands in the way of handing over more at this epoch. */
const isClear = ({ open, epoch }: SyncCursor): boolean =>
  open.length < MOST_OPEN && open.every((one) => one.epoch === epoch);

/** What became of an import: undefined while it has not ended. One that is not there any more fell short. */
const endOf = async ({ imports, trail }: SyncDeps, tenant: string, { id, from }: OpenImport) => {
  const row = await imports.find({ tenant, id });
  if (row && !isFinal(row.state)) return undefined;
  const { state, rejected, failed } = row ?? { state: undefined, rejected: 0, failed: 0 };
  const whole = state === 'completed' && failed === 0;
  if (!whole || rejected > 0) trail.fellShort(tenant, id, rejected, failed);
  return { id, rejected, failed, again: whole ? undefined : from };
};

/** Where the next run begins to read again: the earliest of what fell short. */
const rewound = (rewinds: SyncCursor['rewinds'], from: OpenImport['from']): SyncCursor['rewinds'] => {
  if (!from) return rewinds;
  const known = rewinds[from.stream];
  return known !== undefined && known < from.time ? rewinds : { ...rewinds, [from.stream]: from.time };
};

/**
 * Looks which imports have ended, when it matters: before cases are compared, no import of an earlier epoch may be
 * under way, for it could write an older reading of the same case afterwards. Undefined while one still is.
 */
export const settleImports = async (deps: SyncDeps, cursor: SyncCursor): Promise<SyncCursor | undefined> => {
  if (isClear(cursor)) return cursor;
  const ends = await Promise.all(cursor.open.map((one) => endOf(deps, cursor.tenant, one)));
  const ended = ends.filter((end) => end !== undefined);
  const gone = new Set(ended.map(({ id }) => id));
  const next: SyncCursor = {
    ...cursor,
    open: cursor.open.filter(({ id }) => !gone.has(id)),
    rewinds: ended.reduce((rewinds, { again }) => rewound(rewinds, again), cursor.rewinds),
    counts: {
      ...cursor.counts,
      rejected: cursor.counts.rejected + ended.reduce((sum, { rejected }) => sum + rejected, 0),
      failed: cursor.counts.failed + ended.reduce((sum, { failed }) => sum + failed, 0),
    },
  };
  return isClear(next) ? next : undefined;
};

/** The end of a run: what it handed over is written and searchable before it is called done. */
export const settleRun: TakeStep = async (deps, cursor) => {
  const settled = await settleImports(deps, cursor);
  return settled ? nextPhase(deps, settled) : 'waiting';
};
