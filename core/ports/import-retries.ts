import type { Outcome } from '#contracts/import-outcome.ts';
import type { ImportKey } from '#core/imports/import-row.ts';
import type { ChunkOutcomes, RetrySource } from './segment-ledger.ts';

/** Failed records of one segment, taken up again as a segment of their own. */
export type TakenUp = {
  /** Number of the new segment: the next one of the import. */
  readonly segment: number;
  /** The segment whose records failed. */
  readonly from: number;
  /** Where the records that have to be written again stand. */
  readonly source: RetrySource;
  /** Claims that could not be read back and are read back again, without a second write. */
  readonly claims: readonly Outcome[];
  /** Chunks of the old segment without their failed records, and how many these were. */
  readonly emptied: readonly (ChunkOutcomes & { readonly failed: number })[];
};

/**
 * The books of a retry: failed records become pending again in the same transaction that gives them a segment,
 * so that the counts add up at every moment. Every implementation must pass test/contract/import-retries.contract.ts.
 */
export interface ImportRetries {
  /** A final state with failed records -> processing; false when there is nothing to retry. */
  start(key: ImportKey): Promise<boolean>;
  /** Moves failed records to a new segment, once; false when they were moved before, or the retry is over. */
  takeUp(key: ImportKey, taken: TakenUp): Promise<boolean>;
  /** All failed records were taken up: the dispatcher goes on. */
  finish(key: ImportKey): Promise<void>;
}
