import type { ImportKey, Upload } from '#core/imports/import-row.ts';

/** The files that were uploaded. Every implementation must pass test/contract/import-files.contract.ts. */
export interface UploadFiles {
  /** What was uploaded; undefined while there is nothing. */
  find(key: ImportKey): Promise<Upload | undefined>;
  /** Bytes of exactly that upload from `offset` on, fewer than `length` only at its end. */
  read(key: ImportKey, upload: Upload, offset: number, length: number): Promise<Uint8Array>;
  /** Puts a file there as an upload would; false, and it is left as it is, when there is one already. */
  write(key: ImportKey, content: string | Uint8Array): Promise<boolean>;
}
