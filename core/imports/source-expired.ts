import type { ImportRow } from './import-row.ts';

/** Uploads and segments are kept this long; the buckets' lifecycle takes them afterwards. */
const SOURCE_MILLISECONDS = 7 * 24 * 60 * 60 * 1_000;

/** Whether the upload and the segments of an import may be gone. */
export const sourceExpired = ({ startedAt, createdAt }: ImportRow, now: Date): boolean =>
  now.getTime() > Date.parse(startedAt ?? createdAt) + SOURCE_MILLISECONDS;
