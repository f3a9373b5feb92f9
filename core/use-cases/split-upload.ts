import type { DispatchMessage, SplitMessage } from '#contracts/import-messages.ts';
import { cutterOf } from '#core/imports/cutter-of.ts';
import { endScan, failScan, progressOf } from '#core/imports/end-scan.ts';
import { MOST_RECORDS, MOST_UPLOAD_BYTES } from '#core/imports/import-limits.ts';
import type { ImportRow } from '#core/imports/import-row.ts';
import { PROFILES, profileForBytes } from '#core/imports/profiles.ts';
import { recordReader } from '#core/imports/read-record.ts';
import { scanRecord, type ScanSink } from '#core/imports/scan-record.ts';
import { fromCheckpoint, newScan, toCheckpoint, type Scan } from '#core/imports/scan.ts';
import { takeUpFailed, type TakeUpFailedDeps } from '#core/imports/take-up-failed.ts';
import { UploadFault } from '#core/imports/upload-fault.ts';
import { uploadRecords } from '#core/imports/upload-records.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { CsvRowParser } from '#core/ports/csv-row-parser.ts';
import type { Deadline } from '#core/ports/deadline.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { ImportScans } from '#core/ports/import-scans.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { Outbox } from '#core/ports/outbox.ts';
import type { ScanCheckpoints } from '#core/ports/scan-checkpoints.ts';
import type { SegmentFiles } from '#core/ports/segment-files.ts';
import type { UploadReader, UploadReaders } from '#core/ports/upload-readers.ts';

export type SplitUploadDeps = TakeUpFailedDeps & {
  imports: ImportStore;
  scans: ImportScans;
  uploads: UploadReaders;
  csv: CsvRowParser;
  segments: SegmentFiles;
  checkpoints: ScanCheckpoints;
  splits: Outbox<SplitMessage>;
  dispatch: Outbox<DispatchMessage>;
  clock: Clock;
  hasher: Hasher;
};

/** What is kept back to write a checkpoint: a batch of records with its segments takes a few seconds at most. */
const RESERVE_MILLISECONDS = 20_000;

/** An import that is bound to its upload. */
type Bound = ImportRow & { readonly upload: NonNullable<ImportRow['upload']>; readonly startedAt: string };

const isBound = (row: ImportRow | undefined): row is Bound =>
  row?.upload !== undefined && row.startedAt !== undefined;

const bind = async (
  { imports, scans, clock }: SplitUploadDeps,
  message: Exclude<SplitMessage, { kind: 'retry' }>,
) => {
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

const begun = async (deps: SplitUploadDeps, row: Bound, message: SplitMessage): Promise<Scan> => {
  if (message.kind !== 'continue') return newScan();
  const checkpoint = await deps.checkpoints.read(row, message.checkpoint);
  return fromCheckpoint(checkpoint, (segment) => deps.segments.read(row, segment));
};

const tooLarge = (what: string): UploadFault => new UploadFault('too_large', what);

/** An upload that is being read: the import, how far, and where to. */
type Reading = {
  readonly row: Bound;
  readonly scan: Scan;
  readonly sink: ScanSink;
  readonly reader: UploadReader;
};

/** Reads records until the end, or until the time is up; tells how it stopped. */
const readOn = async (
  deps: SplitUploadDeps,
  { row, scan, sink, reader }: Reading,
  deadline: Deadline,
): Promise<'end' | 'time_up' | 'stopped'> => {
  if (row.upload.bytes > MOST_UPLOAD_BYTES) throw tooLarge(`the upload has ${row.upload.bytes} bytes`);
  const cutter = cutterOf(row, deps.csv, scan.header);
  const one = {
    hasher: deps.hasher,
    sink,
    readRecord: recordReader(row.mapping),
    batch: PROFILES[row.profile].batch,
    receivedAt: row.startedAt,
  };
  for await (const batch of uploadRecords(reader, cutter, { offset: scan.offset, line: scan.line })) {
    for (const record of batch.records) {
      await scanRecord(scan, one, record);
      if (scan.received > MOST_RECORDS) throw tooLarge(`the upload has more than ${MOST_RECORDS} records`);
    }
    scan.offset = batch.offset;
    scan.line = batch.line;
    scan.header = cutter.header();
    if (!(await deps.scans.note(row, progressOf(scan, reader.storedBytes(scan.offset))))) return 'stopped';
    if (deadline.remaining() < RESERVE_MILLISECONDS) return 'time_up';
  }
  return 'end';
};

const scanUpload = async (deps: SplitUploadDeps, reading: Reading, deadline: Deadline): Promise<void> => {
  const { row, scan, reader } = reading;
  const dispatch = { tenant: row.tenant, import_id: row.id };
  const stop = await readOn(deps, reading, deadline);
  if (stop === 'time_up') {
    await deps.checkpoints.write(row, toCheckpoint(scan));
    await deps.splits.send([{ kind: 'continue', ...dispatch, checkpoint: scan.offset }]);
  } else if (stop === 'end') {
    await endScan(deps.scans, { ...reading, storedBytes: reader.storedBytes(scan.offset) });
    await deps.dispatch.send([dispatch]);
  }
};

/**
 * Reads an upload record by record and writes the valid ones as segments, the others as rejections.
 * What it writes depends on the bytes alone: doing it twice, at once or after a crash, changes nothing, and
 * nothing is made once the reading has ended. Before its time is up it hands over to itself.
 * The same function takes up failed records again, when a retry is asked for.
 */
export const splitUpload =
  (deps: SplitUploadDeps) =>
  async (message: SplitMessage, deadline: Deadline): Promise<void> => {
    if (message.kind === 'retry')
      return takeUpFailed(deps, { tenant: message.tenant, id: message.import_id });
    const row = await bind(deps, message);
    if (!row) return;
    // Read to its end before: what may have been lost is the word to the dispatcher.
    if (row.segments !== undefined) return deps.dispatch.send([{ tenant: row.tenant, import_id: row.id }]);
    if (row.state !== 'processing') return;

    const scan = await begun(deps, row, message);
    const sink: ScanSink = {
      segment: (number, lines) => deps.segments.write(row, number, lines),
      rejections: (number, entries) => deps.scans.putRejections(row, number, entries),
    };
    const reader = deps.uploads.open(row, row.upload, row.compression);
    const reading = { row, scan, sink, reader };
    try {
      await scanUpload(deps, reading, deadline);
    } catch (fault) {
      if (!(fault instanceof UploadFault)) throw fault;
      const ended = { ...reading, storedBytes: reader.storedBytes(scan.offset) };
      await failScan(deps.scans, ended, fault, deps.clock.now().toISOString());
    } finally {
      reader.close();
    }
  };
