import type { DispatchMessage, SplitMessage } from '#contracts/import-messages.ts';
import { MOST_RECORDS, MOST_UPLOAD_BYTES } from '#core/imports/import-limits.ts';
import type { ImportRow } from '#core/imports/import-row.ts';
import { PROFILES, profileForBytes } from '#core/imports/profiles.ts';
import { needsReview, qualityOf } from '#core/imports/quality.ts';
import { flushRejections, flushSegment, scanLine, type ScanSink } from '#core/imports/scan-line.ts';
import { fromCheckpoint, newScan, toCheckpoint, type Scan } from '#core/imports/scan.ts';
import { uploadLines } from '#core/imports/upload-lines.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Deadline } from '#core/ports/deadline.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { ImportScans } from '#core/ports/import-scans.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { Outbox } from '#core/ports/outbox.ts';
import type { ScanCheckpoints } from '#core/ports/scan-checkpoints.ts';
import type { SegmentFiles } from '#core/ports/segment-files.ts';
import type { UploadFiles } from '#core/ports/upload-files.ts';

export type SplitUploadDeps = {
  imports: ImportStore;
  scans: ImportScans;
  uploads: UploadFiles;
  segments: SegmentFiles;
  checkpoints: ScanCheckpoints;
  splits: Outbox<SplitMessage>;
  dispatch: Outbox<DispatchMessage>;
  clock: Clock;
  hasher: Hasher;
};

/** What is kept back to write a checkpoint: a batch of lines with its segments takes a few seconds at most. */
const RESERVE_MILLISECONDS = 20_000;

/** An import that is bound to its upload. */
type Bound = ImportRow & { readonly upload: NonNullable<ImportRow['upload']>; readonly startedAt: string };

const isBound = (row: ImportRow | undefined): row is Bound =>
  row?.upload !== undefined && row.startedAt !== undefined;

const bind = async ({ imports, scans, clock }: SplitUploadDeps, message: SplitMessage) => {
  const key = { tenant: message.tenant, id: message.import_id };
  const row =
    message.kind === 'continue'
      ? await imports.find(key)
      : await scans.begin(key, {
          upload: { etag: message.etag, bytes: message.bytes },
          profile: profileForBytes(message.bytes),
          startedAt: clock.now().toISOString(),
        });
  return isBound(row) ? row : undefined;
};

const fail = async ({ imports, clock }: SplitUploadDeps, row: ImportRow): Promise<void> => {
  const moved = { completedAt: clock.now().toISOString(), failure: 'too_large' } as const;
  await imports.move(row, ['processing'], 'failed', moved);
};

const begun = async (deps: SplitUploadDeps, row: Bound, message: SplitMessage): Promise<Scan> => {
  if (message.kind === 'start') return newScan();
  const checkpoint = await deps.checkpoints.read(row, message.checkpoint);
  return fromCheckpoint(checkpoint, (segment) => deps.segments.read(row, segment));
};

const progressOf = (scan: Scan) => ({
  received: scan.received,
  rejected: scan.rejected,
  scannedBytes: scan.offset,
});

/** Reads lines until the end, or until the time is up; tells how it stopped. */
const readOn = async (
  deps: SplitUploadDeps,
  row: Bound,
  scan: Scan,
  sink: ScanSink,
  deadline: Deadline,
): Promise<'end' | 'time_up' | 'too_large' | 'stopped'> => {
  const read = (offset: number, length: number) => deps.uploads.read(row, row.upload, offset, length);
  const line = { hasher: deps.hasher, sink, batch: PROFILES[row.profile].batch, receivedAt: row.startedAt };
  for await (const batch of uploadLines(read, row.upload.bytes, scan)) {
    for (const one of batch.lines) {
      await scanLine(scan, line, one);
      if (scan.received > MOST_RECORDS) return 'too_large';
    }
    scan.offset = batch.offset;
    scan.line = batch.line;
    if (!(await deps.scans.note(row, progressOf(scan)))) return 'stopped';
    if (scan.offset < row.upload.bytes && deadline.remaining() < RESERVE_MILLISECONDS) return 'time_up';
  }
  return 'end';
};

/** Rows of segments that are made in one step. */
const SEGMENTS_A_STEP = 90;

const end = async (deps: SplitUploadDeps, row: Bound, scan: Scan, sink: ScanSink): Promise<void> => {
  await flushSegment(scan, sink);
  await flushRejections(scan, sink);
  for (let done = 0; done < scan.segments; done += SEGMENTS_A_STEP) {
    const step = Array.from({ length: Math.min(SEGMENTS_A_STEP, scan.segments - done) }, (_, index) => {
      const segment = done + index + 1;
      return { segment, skipped: scan.skipped.get(segment) ?? [] };
    });
    if (!(await deps.scans.putSegments(row, step))) return;
  }
  const quality = qualityOf(scan.findings, scan, row.errorThreshold);
  await deps.scans.end(row, {
    ...progressOf(scan),
    segments: scan.segments,
    quality,
    state: needsReview(quality) ? 'needs_review' : 'processing',
  });
};

/**
 * Reads an upload line by line and writes its valid records as segments, its other lines as rejections.
 * What it writes depends on the bytes alone: doing it twice, at once or after a crash, changes nothing, and
 * nothing is made once the reading has ended. Before its time is up it hands over to itself.
 */
export const splitUpload =
  (deps: SplitUploadDeps) =>
  async (message: SplitMessage, deadline: Deadline): Promise<void> => {
    const row = await bind(deps, message);
    if (!row) return;
    const dispatch = { tenant: row.tenant, import_id: row.id };
    // Read to its end before: what may have been lost is the word to the dispatcher.
    if (row.segments !== undefined) return deps.dispatch.send([dispatch]);
    if (row.state !== 'processing') return;
    if (row.upload.bytes > MOST_UPLOAD_BYTES) return fail(deps, row);

    const scan = await begun(deps, row, message);
    const sink: ScanSink = {
      segment: (number, lines) => deps.segments.write(row, number, lines),
      rejections: (number, entries) => deps.scans.putRejections(row, number, entries),
    };
    const stop = await readOn(deps, row, scan, sink, deadline);
    if (stop === 'too_large') return fail(deps, row);
    if (stop === 'time_up') {
      await deps.checkpoints.write(row, toCheckpoint(scan));
      return deps.splits.send([{ kind: 'continue', ...dispatch, checkpoint: scan.offset }]);
    }
    if (stop === 'end') {
      await end(deps, row, scan, sink);
      await deps.dispatch.send([dispatch]);
    }
  };
