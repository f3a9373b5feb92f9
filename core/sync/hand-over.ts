import { NewImport } from '#contracts/import.ts';
import { isFinal } from '#core/imports/import-states.ts';
import { newImportRow } from '#core/imports/new-import-row.ts';
import { uploadText } from '#core/imports/upload-text.ts';
import type { SyncCursor } from './sync-cursor.ts';
import type { SyncDeps } from './sync-deps.ts';
import { syncImportId } from './sync-import-id.ts';

type Records = readonly Readonly<Record<string, unknown>>[];

/** An import that nobody waits for: bad rows are its rejections, however many they are. */
const wishFor = (records: Records): NewImport =>
  NewImport.parse({ name: 'case sync', records, error_threshold: 1 });

/**
 * Makes the import of the cursor's next slice; true when it holds these records. False when a call that was cut off
 * had made it already, of an earlier reading of the same rows: then that import stands, and the rows are read again.
 */
export const handOver = async (
  { imports, uploads, clock }: SyncDeps,
  cursor: SyncCursor,
  records: Records,
): Promise<boolean> => {
  const key = { tenant: cursor.tenant, id: syncImportId(cursor) };
  const there = await imports.find(key);
  if (there && isFinal(there.state)) return false;
  if (!there) await imports.create(newImportRow(key.tenant, key.id, wishFor(records), clock.now()));
  return uploads.write(key, uploadText(records));
};
