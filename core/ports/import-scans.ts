import type { ImportProfile } from '#contracts/import-profile.ts';
import type { ImportFailureCode } from '#contracts/import-reason.ts';
import type { Quality } from '#contracts/import.ts';
import type { Rejection } from '#contracts/import-outcome.ts';
import type { ImportKey, ImportRow, Upload } from '#core/imports/import-row.ts';

/** What is known when the reading of an upload begins. */
export type ScanStart = {
  readonly upload: Upload;
  /** Replaces a guessed profile; absent when the caller fixed it. */
  readonly profile: ImportProfile | undefined;
  readonly startedAt: string;
};

/** How far the reading is; `scannedBytes` of the upload as it is stored. */
export type ScanProgress = {
  readonly received: number;
  readonly rejected: number;
  readonly scannedBytes: number;
};

/** What is known when an upload was read to its end. */
export type ScanEnd = ScanProgress & {
  readonly segments: number;
  readonly quality: Quality;
  readonly state: 'processing' | 'needs_review';
};

/** What is known when an upload turns out not to be readable to its end. */
export type ScanFailure = ScanProgress & {
  readonly quality: Quality;
  readonly failure: ImportFailureCode;
  readonly completedAt: string;
};

/** A segment as the splitter leaves it: lines that a later version of the same id replaced are skipped. */
export type NewSegment = { readonly segment: number; readonly skipped: readonly number[] };

/**
 * What the splitter notes of an import: the only writer of `received` and `rejected`.
 * Every implementation must pass test/contract/import-books.contract.ts.
 */
export interface ImportScans {
  /**
   * Binds the import to its upload; the same upload again changes nothing. Returns the import,
   * or undefined when it cannot be read: another upload came first, or its state is not one for reading.
   */
  begin(key: ImportKey, start: ScanStart): Promise<ImportRow | undefined>;
  /** Notes how far the reading is, never backwards; false when the import is no longer being read. */
  note(key: ImportKey, progress: ScanProgress): Promise<boolean>;
  /** Keeps a row of rejections; the same row again changes nothing. */
  putRejections(key: ImportKey, row: number, entries: readonly Rejection[]): Promise<void>;
  /** Makes the rows of segments, `waiting`; false, and nothing is made, once the reading has ended. */
  putSegments(key: ImportKey, segments: readonly NewSegment[]): Promise<boolean>;
  /** Ends the reading, once; false when it has ended already or the import is no longer being read. */
  end(key: ImportKey, end: ScanEnd): Promise<boolean>;
  /** Ends the reading and with it the import, which has failed; false as with `end`. */
  fail(key: ImportKey, failure: ScanFailure): Promise<boolean>;
}
