import type { SegmentLine } from '#contracts/segment.ts';
import type { ImportKey } from '#core/imports/import-row.ts';

/** Segments: immutable files of valid records. Every implementation must pass test/contract/import-files.contract.ts. */
export interface SegmentFiles {
  /** Writes a segment; writing the same one again changes nothing. */
  write(key: ImportKey, segment: number, lines: readonly SegmentLine[]): Promise<void>;
  /** All lines of a segment; its absence is a fault. */
  read(key: ImportKey, segment: number): Promise<readonly SegmentLine[]>;
}
