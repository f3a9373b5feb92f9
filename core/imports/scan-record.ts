import type { Rejection } from '#contracts/import-outcome.ts';
import type { SegmentLine } from '#contracts/segment.ts';
import { contentHash } from '#core/cases/content-hash.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import { MOST_SEGMENT_BYTES, REJECTIONS_A_ROW } from './import-limits.ts';
import { noteColumns, noteFinding, noteProposal } from './quality.ts';
import type { ReadRecord, RejectedRecord, ValidRecord } from './read-record.ts';
import { bytesOf, type Scan, type Winner } from './scan.ts';
import type { UploadRecord } from './upload-record.ts';

/** Takes what a scan has filled. Written again after a crash, it is the same each time. */
export type ScanSink = {
  segment(number: number, lines: readonly SegmentLine[]): Promise<void>;
  rejections(row: number, entries: readonly Rejection[]): Promise<void>;
};

export type ScanRecordDeps = {
  hasher: Hasher;
  sink: ScanSink;
  readRecord: ReadRecord;
  batch: number;
  receivedAt: string;
};

/** Writes the open segment, if there is anything in it. */
export const flushSegment = async (scan: Scan, sink: ScanSink): Promise<void> => {
  if (scan.open.length === 0) return;
  await sink.segment(scan.segments + 1, scan.open);
  scan.segments += 1;
  scan.open = [];
  scan.openBytes = 0;
};

/** Writes the open row of rejections, if there is anything in it. */
export const flushRejections = async (scan: Scan, sink: ScanSink): Promise<void> => {
  if (scan.openRejections.length === 0) return;
  await sink.rejections(scan.rejectionRows + 1, scan.openRejections);
  scan.rejectionRows += 1;
  scan.openRejections = [];
};

/** Takes a record that is not valid into the scan. */
export const reject = async (scan: Scan, sink: ScanSink, rejection: Rejection): Promise<void> => {
  scan.rejected += 1;
  noteFinding(scan.findings, 'error', rejection.code, rejection.line);
  scan.openRejections.push(rejection);
  if (scan.openRejections.length === REJECTIONS_A_ROW) await flushRejections(scan, sink);
};

/** The newest time of change stands, a record without one is the oldest, and on a tie the later line. */
const replaces = (incoming: string | undefined, standing: Winner): boolean =>
  (incoming ?? '') >= (standing.time ?? '');

const place = async (scan: Scan, deps: ScanRecordDeps, line: SegmentLine): Promise<void> => {
  const bytes = bytesOf(line);
  if (scan.openBytes + bytes > MOST_SEGMENT_BYTES) await flushSegment(scan, deps.sink);
  scan.winners.set(line.id, { line: line.line, time: line.source_updated_at, segment: scan.segments + 1 });
  scan.open.push(line);
  scan.openBytes += bytes;
  if (scan.open.length >= deps.batch) await flushSegment(scan, deps.sink);
};

const duplicate = (line: number, id: string, standing: number): Rejection => ({
  line,
  id,
  code: 'duplicate_id',
  reason: `id: line ${standing} has the same id and stands`,
});

/** Takes a valid record; of records with the same id the newest stands. */
const takeValid = async (
  scan: Scan,
  deps: ScanRecordDeps,
  number: number,
  record: ValidRecord,
  text: string,
): Promise<void> => {
  for (const code of record.warnings) noteFinding(scan.findings, 'warning', code, number);
  const standing = scan.winners.get(record.id);
  if (standing && !replaces(record.sourceUpdatedAt, standing)) {
    await reject(scan, deps.sink, duplicate(number, record.id, standing.line));
    return;
  }
  if (standing) {
    scan.skipped.set(standing.segment, [...(scan.skipped.get(standing.segment) ?? []), standing.line]);
    await reject(scan, deps.sink, duplicate(standing.line, record.id, number));
  }
  await place(scan, deps, {
    line: number,
    id: record.id,
    content: record.content,
    content_hash: contentHash(deps.hasher, record.content),
    source_hash: deps.hasher.sha256(text),
    source_updated_at: record.sourceUpdatedAt,
  });
};

const noteRemarks = (scan: Scan, line: number, record: ValidRecord | RejectedRecord): void => {
  noteColumns(scan.findings, record.unknownColumns);
  for (const proposal of record.proposals) noteProposal(scan.findings, proposal, line);
};

/** Takes one record of an upload into the scan. */
export const scanRecord = async (
  scan: Scan,
  deps: ScanRecordDeps,
  { line, record: raw }: UploadRecord,
): Promise<void> => {
  scan.received += 1;
  if (!raw.ok) {
    const { id, code, reason } = raw;
    await reject(scan, deps.sink, { line, id, code, reason });
    return;
  }
  const record = deps.readRecord(raw, deps.receivedAt);
  if (record.ok) await takeValid(scan, deps, line, record, raw.text);
  else {
    const { id, code, reason } = record;
    await reject(scan, deps.sink, { line, id, code, reason });
  }
  noteRemarks(scan, line, record);
};
