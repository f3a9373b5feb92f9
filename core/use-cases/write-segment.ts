import type { DispatchMessage, SegmentMessage, VerifyMessage } from '#contracts/import-messages.ts';
import type { SegmentLine } from '#contracts/segment.ts';
import { cutChunks } from '#core/imports/cut-chunks.ts';
import type { ImportKey, ImportRow } from '#core/imports/import-row.ts';
import { WORKING } from '#core/imports/import-states.ts';
import { giveUpChunk, writeChunk, type WriteChunkDeps } from '#core/imports/write-chunk.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { Outbox } from '#core/ports/outbox.ts';
import type { SegmentFiles } from '#core/ports/segment-files.ts';
import type { SegmentLedger, SegmentRow } from '#core/ports/segment-ledger.ts';

export type WriteSegmentDeps = WriteChunkDeps & {
  imports: ImportStore;
  segments: SegmentFiles;
  ledger: SegmentLedger;
  dispatch: Outbox<DispatchMessage>;
  verification: Outbox<VerifyMessage>;
};

/** The index is asked for a segment's records this much later for the first time. */
const FIRST_LOOK_SECONDS = 1;

const working = async (imports: ImportStore, key: ImportKey): Promise<ImportRow | undefined> => {
  const row = await imports.find(key);
  return row && WORKING.includes(row.state) ? row : undefined;
};

/** The records of a segment; those of a retry stand in the file of the segment where they failed. */
const linesOf = async (
  { segments }: WriteSegmentDeps,
  key: ImportKey,
  { segment, skipped, retryOf }: SegmentRow,
): Promise<readonly SegmentLine[]> => {
  if (retryOf?.lines.length === 0) return [];
  const lines = await segments.read(key, retryOf?.segment ?? segment);
  const [wanted, left] = [new Set(retryOf?.lines), new Set(skipped)];
  return lines.filter(({ line }) => (retryOf ? wanted.has(line) : !left.has(line)));
};

/** Writes the chunks that have no outcomes yet; false when the import was cancelled meanwhile. */
const writeOpenChunks = async (
  deps: WriteSegmentDeps,
  key: ImportKey,
  row: SegmentRow,
  giveUp: boolean,
): Promise<boolean> => {
  const lines = await linesOf(deps, key, row);
  // The first chunk of a retry holds what only has to be read back.
  const firstChunk = row.retryOf ? 1 : 0;
  const done = new Set((await deps.ledger.outcomes(key, row.segment)).map(({ chunk }) => chunk));
  for (const [index, records] of cutChunks(lines).entries()) {
    const chunk = firstChunk + index;
    if (done.has(chunk)) continue;
    const running = await working(deps.imports, key);
    if (!running) return false;
    const startedAt = running.startedAt ?? running.createdAt;
    const work = giveUp ? giveUpChunk : writeChunk;
    await work(deps, { key, segment: row.segment, chunk, startedAt, lines: records });
  }
  return true;
};

/**
 * Writes a segment's records chunk by chunk, each with its outcomes in one transaction, then moves the segment on.
 * A segment that was written before only repeats the words to the dispatcher and the verifier, which a crash may have lost.
 */
export const writeSegment =
  (deps: WriteSegmentDeps) =>
  async (message: SegmentMessage): Promise<void> => {
    const key = { tenant: message.tenant, id: message.import_id };
    if (!(await working(deps.imports, key))) return;
    const row = await deps.ledger.find(key, message.segment);
    if (!row) throw new Error(`segment ${message.segment} of import ${key.id} has no row`);
    if (row.state === 'verified') return;
    if (row.state === 'waiting') {
      if (!(await writeOpenChunks(deps, key, row, message.give_up === true))) return;
      await deps.ledger.markWorked(key, message.segment);
    }
    const named = { tenant: key.tenant, import_id: key.id };
    await deps.dispatch.send([named]);
    await deps.verification.send(
      [{ ...named, segment: message.segment, attempt: row.verifyAttempt }],
      FIRST_LOOK_SECONDS,
    );
  };
