import type { ColumnMapping } from '#contracts/column-mapping.ts';
import type { ImportCompression, ImportFormat } from '#contracts/import-format.ts';
import type { ImportFailureCode } from '#contracts/import-reason.ts';
import type { ImportProfile } from '#contracts/import-profile.ts';
import type { ImportState } from '#contracts/import-state.ts';
import type { ImportPriority, Quality } from '#contracts/import.ts';

/** Names an import: whose it is, and its id. */
export type ImportKey = { readonly tenant: string; readonly id: string };

/** The object that was uploaded; its ETag says which bytes. */
export type Upload = { readonly etag: string; readonly bytes: number };

/** An import as it is stored. All times are ISO 8601 UTC. */
export type ImportRow = ImportKey & {
  readonly name?: string | undefined;
  readonly state: ImportState;
  readonly format: ImportFormat;
  readonly compression: ImportCompression;
  readonly mapping?: ColumnMapping | undefined;
  readonly profile: ImportProfile;
  /** False while the profile is a guess that the size of the upload may change. */
  readonly profileFixed: boolean;
  readonly priority: ImportPriority;
  readonly expectedRecords?: number | undefined;
  readonly errorThreshold: number;
  readonly createdAt: string;
  readonly linkExpiresAt: string;
  readonly startedAt?: string | undefined;
  readonly completedAt?: string | undefined;
  readonly upload?: Upload | undefined;
  /** Bytes of the upload, as it is stored, that were read so far. */
  readonly scannedBytes: number;
  readonly received: number;
  readonly rejected: number;
  readonly quality?: Quality | undefined;
  /** Number of segments, known when the upload was read to its end. */
  readonly segments?: number | undefined;
  /** The last segment that was put into the queue. */
  readonly queuedThrough: number;
  readonly workedSegments: number;
  readonly verifiedSegments: number;
  /** Sums over the verified segments. */
  readonly indexed: number;
  readonly unchanged: number;
  readonly failed: number;
  /** A retry was asked for, and its failed records are not all taken up again yet. */
  readonly retrying?: boolean | undefined;
  /** Looks of the tender in a row that saw no progress. */
  readonly stalledTicks: number;
  readonly failure?: ImportFailureCode | undefined;
};
