import type { ImportCounts, ImportProgress, ImportView } from '#contracts/import.ts';
import type { ImportRow } from './import-row.ts';
import { isFinal } from './import-states.ts';
import { IMPORT_FAILURES } from './reasons.ts';

/** Share of the work that reading the upload is. */
const SCAN_SHARE = 0.1;

/** The counts of an import; what is neither read back nor rejected is pending. */
export const countsOf = (row: ImportRow): ImportCounts => {
  const { received, indexed, unchanged, rejected, failed } = row;
  const pending = received - indexed - unchanged - rejected - failed;
  return { received, indexed, unchanged, rejected, failed, pending };
};

const share = (part: number, whole: number): number => (whole === 0 ? 1 : Math.min(1, part / whole));

/** How much is done, 0 to 1: reading, then writing and reading back in equal parts. */
const doneShare = (row: ImportRow): number => {
  if (row.segments === undefined)
    return row.upload ? SCAN_SHARE * share(row.scannedBytes, row.upload.bytes) : 0;
  const worked = share(row.workedSegments + row.verifiedSegments, 2 * row.segments);
  return SCAN_SHARE + (1 - SCAN_SHARE) * worked;
};

/** How far an import is; rate and time left come from its whole run so far. */
export const progressOf = (row: ImportRow, now: string): ImportProgress => {
  const done = row.state === 'completed' ? 1 : doneShare(row);
  const until = row.completedAt ?? now;
  const seconds = row.startedAt === undefined ? 0 : (Date.parse(until) - Date.parse(row.startedAt)) / 1_000;
  const rate = seconds > 0 ? (row.received * done) / seconds : 0;
  const left = done > 0 && seconds > 0 ? Math.ceil((seconds * (1 - done)) / done) : null;
  return {
    // Only a completed import is at 100: the last percent is its word that all was read back.
    percent: row.state === 'completed' ? 100 : Math.min(99, Math.floor(done * 100)),
    records_per_second: Math.round(rate * 10) / 10,
    seconds_left: isFinal(row.state) ? 0 : left,
  };
};

/** The import as the API answers it. */
export const toImportView = (row: ImportRow, now: string): ImportView => ({
  id: row.id,
  name: row.name,
  state: row.state,
  format: row.format,
  compression: row.compression,
  mapping: row.mapping,
  profile: row.profile,
  priority: row.priority,
  expected_records: row.expectedRecords,
  error_threshold: row.errorThreshold,
  counts: countsOf(row),
  progress: progressOf(row, now),
  created_at: row.createdAt,
  started_at: row.startedAt,
  completed_at: row.completedAt,
  quality: row.quality,
  failure: row.failure && { code: row.failure, reason: IMPORT_FAILURES[row.failure] },
});
