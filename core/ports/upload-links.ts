import type { UploadLink } from '#contracts/import.ts';
import type { ImportKey } from '#core/imports/import-row.ts';

/** Makes links by which a client may upload the file of an import, once. */
export interface UploadLinks {
  /** A link that works until `expiresAt` and never over a file that is there. */
  make(key: ImportKey, expiresAt: Date): Promise<UploadLink>;
}
