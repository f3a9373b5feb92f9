import type { VectorisationCursors } from '#core/ports/vectorisation-cursors.ts';
import type { VectorisationCursor } from '#core/vectorisation/vectorisation-cursor.ts';

/** How far the vectorization is, in memory, a twin of the table for unit tests. */
export const memoryVectorisationCursors = (): VectorisationCursors => {
  let row: VectorisationCursor | undefined;
  return {
    find: async () => row,
    async write(cursor) {
      if ((row?.version ?? 0) !== cursor.version - 1) return false;
      row = structuredClone(cursor);
      return true;
    },
  };
};
