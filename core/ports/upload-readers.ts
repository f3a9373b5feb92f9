import type { ImportCompression } from '#contracts/import-format.ts';
import type { ImportKey, Upload } from '#core/imports/import-row.ts';

/** Some unpacked bytes of an upload; behind the `last` ones there are none. */
export type UploadBytes = { readonly bytes: Uint8Array; readonly last: boolean };

/** An upload being read, unpacked. */
export interface UploadReader {
  /**
   * Unpacked bytes from `offset` on, fewer than `length` only where they are the last. An offset never lies
   * before that of an earlier read. What cannot be unpacked, or is too large, is an `UploadFault`.
   */
  read(offset: number, length: number): Promise<UploadBytes>;
  /** Bytes of the upload as it is stored that the reads so far took, `unpackedOffset` being where they ended. */
  storedBytes(unpackedOffset: number): number;
  /** Lets go of what it holds. */
  close(): void;
}

/** Opens uploads. It is held to test/unit/imports/zlib-upload-readers.test.ts. */
export interface UploadReaders {
  open(key: ImportKey, upload: Upload, compression: ImportCompression): UploadReader;
}
