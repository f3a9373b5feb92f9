import type {
  DispatchMessage,
  SegmentMessage,
  SplitMessage,
  VerifyMessage,
} from '#contracts/import-messages.ts';
import type { ImportKey, ImportRow } from '#core/imports/import-row.ts';
import { isActive } from '#core/imports/import-states.ts';
import { sourceExpired } from '#core/imports/source-expired.ts';
import type { BreakerStore } from '#core/ports/breaker-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { Outbox } from '#core/ports/outbox.ts';
import type { SegmentLedger } from '#core/ports/segment-ledger.ts';
import type { UploadFiles } from '#core/ports/upload-files.ts';

export type TendImportsDeps = {
  imports: ImportStore;
  ledger: SegmentLedger;
  uploads: UploadFiles;
  splits: Outbox<SplitMessage>;
  segments: Outbox<SegmentMessage>;
  verification: Outbox<VerifyMessage>;
  dispatch: Outbox<DispatchMessage>;
  breakers: Pick<BreakerStore, 'find'>;
  clock: Clock;
};

/** Looks, a minute apart, without progress, after which messages count as lost and are sent again. */
const TICKS_UNTIL_RESENT = 2;

/** Looks without progress after which the open records of the segments under way become `failed`. */
const TICKS_UNTIL_GIVEN_UP = 15;

/** Looks without progress after which an upload counts as unreadable. */
const TICKS_UNTIL_UNREADABLE = 60;

/** An event of the bucket arrives within seconds; after this long it counts as lost. */
const EVENT_MILLISECONDS = 60_000;

/** Imports that are tended at once: one tenant's many must not keep the others waiting. */
const AT_ONCE = 16;

/** Segments that are woken at one look; a window is 64 at most. */
const MOST_WOKEN = 100;

const failAs = async (
  { imports, clock }: TendImportsDeps,
  row: ImportRow,
  failure: 'upload_expired' | 'not_readable',
): Promise<void> => {
  const moved = { completedAt: clock.now().toISOString(), failure };
  await imports.move(row, [row.state], 'failed', moved);
};

/** A message that waits behind others is not lost: it is sent again ever more rarely. */
const isPowerOfTwo = (ticks: number): boolean => Number.isInteger(Math.log2(ticks));

/** Nothing was read yet: the event of the upload may be lost, or nobody uploads any more. */
const tendUnread = async (deps: TendImportsDeps, row: ImportRow): Promise<void> => {
  const now = deps.clock.now().getTime();
  if (now - Date.parse(row.createdAt) < EVENT_MILLISECONDS) return;
  const upload = await deps.uploads.find(row);
  if (upload) {
    const ticks = await deps.imports.countStalledTick(row);
    if (!isPowerOfTwo(ticks)) return;
    await deps.splits.send([{ kind: 'start', tenant: row.tenant, import_id: row.id, ...upload }]);
  } else if (now > Date.parse(row.linkExpiresAt)) {
    await failAs(deps, row, 'upload_expired');
  }
};

/** The reading stands still: it begins again, which changes nothing of what is there. */
const tendReading = async (
  deps: TendImportsDeps,
  row: ImportRow,
  upload: { readonly etag: string; readonly bytes: number },
): Promise<void> => {
  const ticks = await deps.imports.countStalledTick(row);
  if (ticks >= TICKS_UNTIL_UNREADABLE) await failAs(deps, row, 'not_readable');
  else if (ticks % TICKS_UNTIL_RESENT === 0) {
    await deps.splits.send([{ kind: 'start', tenant: row.tenant, import_id: row.id, ...upload }]);
  }
};

/** A retry stands still before all failed records were taken up: the word about it is sent again. */
const tendRetry = async (deps: TendImportsDeps, row: ImportRow): Promise<void> => {
  const ticks = await deps.imports.countStalledTick(row);
  if (ticks % TICKS_UNTIL_RESENT === 0)
    await deps.splits.send([{ kind: 'retry', tenant: row.tenant, import_id: row.id }]);
};

/**
 * Segments under way stand still: their messages are sent again, and in the end their open records fail; the whole
 * import, where the records themselves are not kept any more.
 */
const tendSegments = async (deps: TendImportsDeps, row: ImportRow): Promise<void> => {
  const ticks = await deps.imports.countStalledTick(row);
  if (ticks < TICKS_UNTIL_RESENT) return;
  const named = { tenant: row.tenant, import_id: row.id };
  const giveUp = ticks >= TICKS_UNTIL_GIVEN_UP ? { give_up: true } : {};
  const open = await deps.ledger.open(row, row.queuedThrough, MOST_WOKEN);
  const waiting = open.filter(({ state }) => state === 'waiting');
  const worked = open.filter(({ state }) => state === 'worked');
  if (waiting.length > 0 && sourceExpired(row, deps.clock.now())) return failAs(deps, row, 'not_readable');
  await deps.segments.send(waiting.map(({ segment }) => ({ ...named, segment, ...giveUp })));
  await deps.verification.send(
    worked.map(({ segment, verifyAttempt }) => ({ ...named, segment, attempt: verifyAttempt, ...giveUp })),
  );
  await deps.dispatch.send([named]);
};

const tend = async (deps: TendImportsDeps, key: ImportKey, indexIsOut: boolean): Promise<void> => {
  const row = await deps.imports.find(key);
  if (!row || !isActive(row.state)) return;
  if (!row.upload) await tendUnread(deps, row);
  else if (row.segments === undefined) await tendReading(deps, row, row.upload);
  else if (row.retrying) await tendRetry(deps, row);
  // While the index is out its readers are paused: that no segment gets on is not the import's fault.
  else if (!indexIsOut) await tendSegments(deps, row);
};

/**
 * Looks after imports that should move without a person, once a minute: lost events and messages are sent again,
 * what cannot be done is ended. Time counts in looks, so that a machine that slept loses nothing.
 */
export const tendImports = (deps: TendImportsDeps) => async (): Promise<void> => {
  const faults: unknown[] = [];
  const keys = await deps.imports.active();
  const { state } = await deps.breakers.find('vector_store');
  const indexIsOut = state.phase !== 'closed';
  for (let done = 0; done < keys.length; done += AT_ONCE) {
    const some = keys.slice(done, done + AT_ONCE);
    await Promise.all(
      some.map((key) => tend(deps, key, indexIsOut).catch((fault: unknown) => faults.push(fault))),
    );
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} imports could not be tended`);
};
