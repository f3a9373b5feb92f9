import type { ImportProfile } from '#contracts/import-profile.ts';

/** What a profile grants an import. */
export type Profile = {
  /** Workers at most; in the cloud the concurrency of the queue's function. */
  readonly workers: number;
  /** Records a segment. */
  readonly batch: number;
  /** Segments in the queue at once. */
  readonly concurrentBatches: number;
};

/** The performance profiles. */
export const PROFILES: Record<ImportProfile, Profile> = {
  small: { workers: 16, batch: 100, concurrentBatches: 8 },
  medium: { workers: 32, batch: 200, concurrentBatches: 16 },
  large: { workers: 64, batch: 500, concurrentBatches: 32 },
  xlarge: { workers: 128, batch: 1_000, concurrentBatches: 64 },
};

/** What a support case weighs in an export, by experience; only the choice of a profile rests on it. */
const BYTES_A_RECORD = 1_000;

/**
 * The profile for a number of records: up to 500 `small`, 2,000 `medium`, 50,000 `large`. Five segments or more keep
 * the workers busy and the progress moving; each costs as much beside its records as 100 of them (docs/adr/0151).
 */
export const profileFor = (records: number): ImportProfile => {
  if (records <= 500) return 'small';
  if (records <= 2_000) return 'medium';
  return records <= 50_000 ? 'large' : 'xlarge';
};

/** The profile for an upload of this size. */
export const profileForBytes = (bytes: number): ImportProfile => profileFor(bytes / BYTES_A_RECORD);
