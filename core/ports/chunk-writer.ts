import type { Outcome } from '#contracts/import-outcome.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import type { ImportKey } from '#core/imports/import-row.ts';

/** A chunk of a segment: its rows, each over the version that was read, and the outcomes of all its records. */
export type Chunk = {
  readonly key: ImportKey;
  readonly segment: number;
  readonly chunk: number;
  readonly writes: readonly { readonly row: LivingCase; readonly expected: number }[];
  readonly outcomes: readonly Outcome[];
};

/**
 * What became of a chunk: written whole; its outcomes were there before (nothing written now); some row is no
 * longer at the version that was read (nothing written); or rows of these ids can never be written (nothing written).
 */
export type ChunkResult =
  | { readonly kind: 'committed' }
  | { readonly kind: 'already_committed' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly ids: readonly string[] };

/** Writes a chunk's rows and its outcomes in one transaction. Every implementation must pass test/contract/import-books.contract.ts. */
export interface ChunkWriter {
  commit(chunk: Chunk): Promise<ChunkResult>;
}
