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

/** The profile for a number of records: up to 10,000 `small`, 50,000 `medium`, 200,000 `large`. */
export const profileFor = (records: number): ImportProfile => {
  if (records <= 10_000) return 'small';
  if (records <= 50_000) return 'medium';
  return records <= 200_000 ? 'large' : 'xlarge';
};

/** The profile for an upload of this size. */
export const profileForBytes = (bytes: number): ImportProfile => profileFor(bytes / BYTES_A_RECORD);
