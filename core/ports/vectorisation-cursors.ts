import type { VectorisationCursor } from '#core/vectorisation/vectorisation-cursor.ts';

/** How far the vectorization is. Every implementation must pass test/contract/vectorisation-cursors.contract.ts. */
export interface VectorisationCursors {
  /** The cursor as it is now (strongly read); undefined before the first run. */
  find(): Promise<VectorisationCursor | undefined>;
  /** Writes a cursor over the version before its own (1: none yet); false when another call was quicker. */
  write(cursor: VectorisationCursor): Promise<boolean>;
}
