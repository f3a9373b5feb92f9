import type { Outcome } from '#contracts/import-outcome.ts';
import type { ImportKey } from '#core/imports/import-row.ts';

/** A segment's way: its records are written, then read back from the index. */
export type SegmentState = 'waiting' | 'worked' | 'verified';

/** Records of another segment's file that a retried segment writes again. */
export type RetrySource = { readonly segment: number; readonly lines: readonly number[] };

/** A segment as it is stored. */
export type SegmentRow = {
  readonly segment: number;
  readonly state: SegmentState;
  /** Lines that do not stand: a later version of the same id replaced them. */
  readonly skipped: readonly number[];
  /** The last attempt to read it back that was promised to the queue. */
  readonly verifyAttempt: number;
  /** Absent in segments that have a file of their own. */
  readonly retryOf?: RetrySource | undefined;
};

/** The outcomes of one chunk. */
export type ChunkOutcomes = { readonly chunk: number; readonly outcomes: readonly Outcome[] };

/** What reading a segment back ended with. */
export type Verification = {
  readonly counts: { readonly indexed: number; readonly unchanged: number; readonly failed: number };
  /** Chunks some of whose outcomes became `failed`. */
  readonly changed: readonly ChunkOutcomes[];
};

/**
 * The books of segments. What it adds to an import happens in the transaction that moves the segment on:
 * exactly once, whatever is tried again. Every implementation must pass test/contract/import-books.contract.ts.
 */
export interface SegmentLedger {
  /** A segment as it is now (strongly read). */
  find(key: ImportKey, segment: number): Promise<SegmentRow | undefined>;
  /** Segments up to `through` that are not verified, lowest first, `limit` at most. */
  open(key: ImportKey, through: number, limit: number): Promise<readonly SegmentRow[]>;
  /** The outcomes of a segment's chunks so far (strongly read), by chunk. */
  outcomes(key: ImportKey, segment: number): Promise<readonly ChunkOutcomes[]>;
  /** waiting -> worked, and the import has one worked segment more; false when it was no longer waiting or the import has ended. */
  markWorked(key: ImportKey, segment: number): Promise<boolean>;
  /** Promises `attempt` to the queue; false when it, or a later one, was promised before. */
  promiseAttempt(key: ImportKey, segment: number, attempt: number): Promise<boolean>;
  /** worked -> verified with its counts added to the import; false when it was no longer worked or the import has ended. */
  markVerified(key: ImportKey, segment: number, verification: Verification): Promise<boolean>;
}
