import type { ImportKey } from '#core/imports/import-row.ts';
import type { ScanCheckpoint } from '#contracts/scan-checkpoint.ts';

/** Where the reading of an upload stands. Every implementation must pass test/contract/import-files.contract.ts. */
export interface ScanCheckpoints {
  /** Keeps a checkpoint under its offset. */
  write(key: ImportKey, checkpoint: ScanCheckpoint): Promise<void>;
  /** The checkpoint of an offset; its absence is a fault. */
  read(key: ImportKey, offset: number): Promise<ScanCheckpoint>;
}
