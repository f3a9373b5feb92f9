import type { NewImport } from '#contracts/import.ts';
import type { ImportRow } from './import-row.ts';
import { profileFor } from './profiles.ts';

/** How long an upload link works. */
const LINK_MILLISECONDS = 60 * 60 * 1_000;

/** The row of an import that is made now. */
export const newImportRow = (tenant: string, id: string, wish: NewImport, now: Date): ImportRow => {
  const expected = wish.records?.length ?? wish.expected_records;
  return {
    tenant,
    id,
    name: wish.name,
    state: wish.records ? 'processing' : 'awaiting_upload',
    format: wish.format ?? 'jsonl',
    compression: wish.compression,
    mapping: wish.mapping,
    profile: wish.profile ?? profileFor(expected ?? 0),
    profileFixed: wish.profile !== undefined || expected !== undefined,
    priority: wish.priority,
    expectedRecords: wish.expected_records,
    errorThreshold: wish.error_threshold,
    createdAt: now.toISOString(),
    linkExpiresAt: new Date(now.getTime() + LINK_MILLISECONDS).toISOString(),
    scannedBytes: 0,
    received: wish.records?.length ?? 0,
    rejected: 0,
    queuedThrough: 0,
    workedSegments: 0,
    verifiedSegments: 0,
    indexed: 0,
    unchanged: 0,
    failed: 0,
    stalledTicks: 0,
  };
};
