import * as z from 'zod';
import { ColumnMapping } from '#contracts/column-mapping.ts';
import { ImportCompression, ImportFormat } from '#contracts/import-format.ts';
import { ImportFailureCode } from '#contracts/import-reason.ts';
import { ImportProfile } from '#contracts/import-profile.ts';
import { ImportState } from '#contracts/import-state.ts';
import { ImportPriority, Quality } from '#contracts/import.ts';
import type { ImportRow } from '#core/imports/import-row.ts';
import { isActive } from '#core/imports/import-states.ts';
import { importKeyOf } from './import-keys.ts';

/** All active imports stand under this key of the index `active`. */
export const ACTIVE_KEY = 'active';

/** The sort key of an import in lists: time of creation, then id. */
export const importListSort = (createdAt: string, id: string): string => `${createdAt}#${id}`;

const Item = z.object({
  tenant: z.string(),
  id: z.string(),
  name: z.string().optional(),
  state: ImportState,
  format: ImportFormat.default('jsonl'),
  compression: ImportCompression.default('none'),
  mapping: ColumnMapping.optional(),
  profile: ImportProfile,
  profile_fixed: z.boolean(),
  priority: ImportPriority,
  expected_records: z.int().optional(),
  error_threshold: z.number(),
  created_at: z.string(),
  link_expires_at: z.string(),
  started_at: z.string().optional(),
  completed_at: z.string().optional(),
  etag: z.string().optional(),
  bytes: z.int().optional(),
  scanned_bytes: z.int(),
  received: z.int(),
  rejected: z.int(),
  quality: Quality.optional(),
  segments: z.int().optional(),
  queued_through: z.int(),
  worked_segments: z.int(),
  verified_segments: z.int(),
  indexed: z.int(),
  unchanged: z.int(),
  failed: z.int(),
  retrying: z.boolean().optional(),
  stalled_ticks: z.int(),
  failure: ImportFailureCode.optional(),
});

/** The DynamoDB item of a new import. */
export const toImportItem = (row: ImportRow): Record<string, unknown> => ({
  ...importKeyOf(row),
  tenant: row.tenant,
  id: row.id,
  name: row.name,
  state: row.state,
  format: row.format,
  compression: row.compression,
  mapping: row.mapping,
  profile: row.profile,
  profile_fixed: row.profileFixed,
  priority: row.priority,
  expected_records: row.expectedRecords,
  error_threshold: row.errorThreshold,
  created_at: row.createdAt,
  link_expires_at: row.linkExpiresAt,
  started_at: row.startedAt,
  completed_at: row.completedAt,
  etag: row.upload?.etag,
  bytes: row.upload?.bytes,
  scanned_bytes: row.scannedBytes,
  received: row.received,
  rejected: row.rejected,
  quality: row.quality,
  segments: row.segments,
  queued_through: row.queuedThrough,
  worked_segments: row.workedSegments,
  verified_segments: row.verifiedSegments,
  indexed: row.indexed,
  unchanged: row.unchanged,
  failed: row.failed,
  retrying: row.retrying,
  stalled_ticks: row.stalledTicks,
  failure: row.failure,
  list_key: row.tenant,
  list_sort: importListSort(row.createdAt, row.id),
  active_key: isActive(row.state) ? ACTIVE_KEY : undefined,
});

/** The import of a DynamoDB item. */
export const fromImportItem = (value: unknown): ImportRow => {
  const item = Item.parse(value);
  const { etag, bytes } = item;
  return {
    tenant: item.tenant,
    id: item.id,
    name: item.name,
    state: item.state,
    format: item.format,
    compression: item.compression,
    mapping: item.mapping,
    profile: item.profile,
    profileFixed: item.profile_fixed,
    priority: item.priority,
    expectedRecords: item.expected_records,
    errorThreshold: item.error_threshold,
    createdAt: item.created_at,
    linkExpiresAt: item.link_expires_at,
    startedAt: item.started_at,
    completedAt: item.completed_at,
    upload: etag === undefined || bytes === undefined ? undefined : { etag, bytes },
    scannedBytes: item.scanned_bytes,
    received: item.received,
    rejected: item.rejected,
    quality: item.quality,
    segments: item.segments,
    queuedThrough: item.queued_through,
    workedSegments: item.worked_segments,
    verifiedSegments: item.verified_segments,
    indexed: item.indexed,
    unchanged: item.unchanged,
    failed: item.failed,
    retrying: item.retrying,
    stalledTicks: item.stalled_ticks,
    failure: item.failure,
  };
};
