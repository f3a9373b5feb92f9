import type { Rejection } from '#contracts/import-outcome.ts';
import type { ScanCheckpoint } from '#contracts/scan-checkpoint.ts';
import type { SegmentLine } from '#contracts/segment.ts';
import type { CsvHeader } from './csv-header.ts';
import type { Findings } from './quality.ts';

/** The record that stands for an id so far: its line, its time of change and the segment that holds it. */
export type Winner = { readonly line: number; readonly time: string | undefined; readonly segment: number };

/** The state of reading an upload. What it holds depends on the bytes read alone, never on time or tries. */
export type Scan = {
  /** Unpacked bytes read so far. */
  offset: number;
  /** The number of the next line. */
  line: number;
  received: number;
  rejected: number;
  /** Segments written so far. */
  segments: number;
  open: SegmentLine[];
  openBytes: number;
  rejectionRows: number;
  openRejections: Rejection[];
  findings: Findings;
  /** Lines that a later version of the same id replaced, by segment. */
  skipped: Map<number, number[]>;
  winners: Map<string, Winner>;
  /** The header of a CSV, once it was read. */
  header: CsvHeader | undefined;
};

/** The state before the first byte. */
export const newScan = (): Scan => ({
  offset: 0,
  line: 1,
  received: 0,
  rejected: 0,
  segments: 0,
  open: [],
  openBytes: 0,
  rejectionRows: 0,
  openRejections: [],
  findings: {},
  skipped: new Map(),
  winners: new Map(),
  header: undefined,
});

const encoder = new TextEncoder();

/** Bytes of a line in its segment, its line feed included. */
export const bytesOf = (line: SegmentLine): number => encoder.encode(JSON.stringify(line)).length + 1;

/** What a checkpoint keeps of a scan. */
export const toCheckpoint = (scan: Scan): ScanCheckpoint => ({
  offset: scan.offset,
  line: scan.line,
  received: scan.received,
  rejected: scan.rejected,
  segments: scan.segments,
  open: scan.open,
  rejection_rows: scan.rejectionRows,
  open_rejections: scan.openRejections,
  findings: scan.findings,
  skipped: Object.fromEntries(scan.skipped),
  ...(scan.header && { header: { ...scan.header, columns: [...scan.header.columns] } }),
});

/** Notes that these lines stand for their ids. What replaces a line always comes after it, so that the last one stays. */
const noteWinners = (scan: Scan, segment: number, lines: readonly SegmentLine[]): void => {
  for (const { id, line, source_updated_at: time } of lines) scan.winners.set(id, { line, time, segment });
};

/** The scan of a checkpoint; who stands for which id is told by the segments, which are immutable. */
export const fromCheckpoint = async (
  checkpoint: ScanCheckpoint,
  readSegment: (segment: number) => Promise<readonly SegmentLine[]>,
): Promise<Scan> => {
  const scan: Scan = {
    offset: checkpoint.offset,
    line: checkpoint.line,
    received: checkpoint.received,
    rejected: checkpoint.rejected,
    segments: checkpoint.segments,
    open: checkpoint.open,
    openBytes: checkpoint.open.reduce((sum, line) => sum + bytesOf(line), 0),
    rejectionRows: checkpoint.rejection_rows,
    openRejections: checkpoint.open_rejections,
    findings: checkpoint.findings,
    skipped: new Map(Object.entries(checkpoint.skipped).map(([segment, lines]) => [Number(segment), lines])),
    winners: new Map(),
    header: checkpoint.header,
  };
  for (let segment = 1; segment <= checkpoint.segments; segment += 1) {
    noteWinners(scan, segment, await readSegment(segment));
  }
  noteWinners(scan, checkpoint.segments + 1, checkpoint.open);
  return scan;
};
