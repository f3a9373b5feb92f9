import type { ImportKey, ImportRow } from './import-row.ts';
import type { ImportScans, ScanProgress } from '#core/ports/import-scans.ts';
import { needsReview, qualityOf } from './quality.ts';
import { flushRejections, flushSegment, reject, type ScanSink } from './scan-record.ts';
import type { Scan } from './scan.ts';
import type { UploadFault } from './upload-fault.ts';

/** A scan that stands at its end, and where it writes to. */
export type EndedScan = {
  readonly row: ImportRow;
  readonly scan: Scan;
  readonly sink: ScanSink;
  /** Bytes of the upload, as it is stored, that were read. */
  readonly storedBytes: number;
};

/** Rows of segments that are made in one step. */
const SEGMENTS_A_STEP = 90;

/** What an import notes of a scan. */
export const progressOf = (scan: Scan, storedBytes: number): ScanProgress => ({
  received: scan.received,
  rejected: scan.rejected,
  scannedBytes: storedBytes,
});

/** Makes the rows of all segments; false once the reading has ended. */
const putSegments = async (scans: ImportScans, key: ImportKey, scan: Scan): Promise<boolean> => {
  for (let done = 0; done < scan.segments; done += SEGMENTS_A_STEP) {
    const step = Array.from({ length: Math.min(SEGMENTS_A_STEP, scan.segments - done) }, (_, index) => {
      const segment = done + index + 1;
      return { segment, skipped: scan.skipped.get(segment) ?? [] };
    });
    if (!(await scans.putSegments(key, step))) return false;
  }
  return true;
};

/** Ends a scan that came to the end of its upload: with segments to write, or with a report for a person. */
export const endScan = async (scans: ImportScans, ended: EndedScan): Promise<void> => {
  const { row, scan, sink, storedBytes } = ended;
  await flushSegment(scan, sink);
  await flushRejections(scan, sink);
  if (!(await putSegments(scans, row, scan))) return;
  const quality = qualityOf(scan.findings, scan, row.errorThreshold);
  await scans.end(row, {
    ...progressOf(scan, storedBytes),
    segments: scan.segments,
    quality,
    state: needsReview(quality) ? 'needs_review' : 'processing',
  });
};

/** Ends a scan that cannot come to the end of its upload; the line in the way is the last one that is rejected. */
export const failScan = async (
  scans: ImportScans,
  ended: EndedScan,
  fault: UploadFault,
  now: string,
): Promise<void> => {
  const { row, scan, sink, storedBytes } = ended;
  if (fault.rejection) {
    scan.received += 1;
    await reject(scan, sink, fault.rejection);
  }
  await flushRejections(scan, sink);
  await scans.fail(row, {
    ...progressOf(scan, storedBytes),
    quality: qualityOf(scan.findings, scan, row.errorThreshold),
    failure: fault.code,
    completedAt: now,
  });
};
