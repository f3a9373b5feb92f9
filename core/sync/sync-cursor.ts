import type { SyncCounts } from '#contracts/case-sync.ts';
import type { SourceTally } from './deletions-refused.ts';
import type { SourcePosition, SourceStream } from '#core/ports/case-source.ts';

/** What a run does, in this order; `missing`, `counting` and `gone` only when it sweeps. */
export const PHASES = [
  'cases',
  'feed',
  'comments',
  'products',
  'lost_products',
  'missing',
  'counting',
  'gone',
  'settling',
] as const;
export type SyncPhase = (typeof PHASES)[number] | 'done';

/**
 * An import that was made of a slice and may not have ended; `epoch` is that of the cursor when it was made. `from` is
 * where its slice began, to read it once more should the import fall short; absent when it was read once more already.
 */
export type OpenImport = {
  readonly id: string;
  readonly epoch: number;
  readonly from: { readonly stream: SourceStream; readonly time: string } | undefined;
};

/** Whether a phase follows a stream of changes. */
export const isStream = (phase: SyncPhase): phase is SourceStream =>
  phase === 'cases' || phase === 'feed' || phase === 'comments';

/** How far a tenant's source was followed; one row, which only moves forward when what was read is durable. */
export type SyncCursor = {
  readonly tenant: string;
  /** Counts the writes of this row, from 1. */
  readonly version: number;
  /** Part of the imports' ids, so that a row that was made anew makes new ones. */
  readonly born: string;
  /** The mapping under which `marks` were reached. */
  readonly fingerprint: string;
  readonly runId: string;
  readonly sweep: boolean;
  /** The UTC day for which all ids were last compared, or began to be; absent before the first. */
  readonly sweptOn: string | undefined;
  readonly phase: SyncPhase;
  /** The source's time when the phase began. */
  readonly since: string;
  /** The place in the phase: of a stream, or the id or page of a list. */
  readonly position: SourcePosition | undefined;
  readonly page: string | undefined;
  /** By stream, the source's time up to which it was followed. */
  readonly marks: Readonly<Partial<Record<SourceStream, string>>>;
  /** Number of the next slice. */
  readonly slice: number;
  /** Raised whenever a case may be read again while an earlier reading of it is still being written. */
  readonly epoch: number;
  readonly open: readonly OpenImport[];
  /** By stream, from where the next run reads again, because an import fell short. */
  readonly rewinds: Readonly<Partial<Record<SourceStream, string>>>;
  /** This phase reads again what fell short once. */
  readonly rewound: boolean;
  /** Of a sweep: cases that came from the source, and those of them that it was found to lack. */
  readonly tally: SourceTally;
  /** Whether this run may delete however many. */
  readonly allowDeletions: boolean;
  readonly counts: SyncCounts;
};

/** A sweep that has counted nothing yet. */
export const NO_TALLY: SourceTally = { ours: 0, lost: 0 };

/** A run that has done nothing yet. */
export const NO_COUNTS: SyncCounts = {
  read: 0,
  unchanged: 0,
  handed_over: 0,
  imports: 0,
  deleted: 0,
  reopened: 0,
  rejected: 0,
  failed: 0,
  products: 0,
};
