import type { CreatedImport, NewImport } from '#contracts/import.ts';
import type { ImportRow } from '#core/imports/import-row.ts';
import { toImportView } from '#core/imports/import-view.ts';
import { profileFor } from '#core/imports/profiles.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Ids } from '#core/ports/ids.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { UploadFiles } from '#core/ports/upload-files.ts';
import type { UploadLinks } from '#core/ports/upload-links.ts';

/** How long an upload link works. */
const LINK_MILLISECONDS = 60 * 60 * 1_000;

export type CreateImportDeps = {
  imports: ImportStore;
  links: UploadLinks;
  uploads: UploadFiles;
  clock: Clock;
  ids: Ids;
};

const newRow = (tenant: string, id: string, wish: NewImport, now: Date): ImportRow => {
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

/**
 * Makes an import and a link for its upload. Records in the request become that upload themselves: the row
 * comes first, so that an import that was answered with an error is at worst one that expires.
 */
export const createImport =
  ({ imports, links, uploads, clock, ids }: CreateImportDeps) =>
  async (tenant: string, wish: NewImport): Promise<CreatedImport> => {
    const now = clock.now();
    const row = newRow(tenant, ids.next(), wish, now);
    await imports.create(row);
    const view = toImportView(row, now.toISOString());
    if (!wish.records) return { ...view, upload: await links.make(row, new Date(row.linkExpiresAt)) };
    await uploads.write(row, wish.records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    return view;
  };
