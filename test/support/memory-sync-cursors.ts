import type { SyncCursors } from '#core/ports/sync-cursors.ts';
import type { SyncCursor } from '#core/sync/sync-cursor.ts';

/** Cursors of syncs in memory, a twin of the table for unit tests. */
export const memorySyncCursors = (): SyncCursors => {
  const rows = new Map<string, SyncCursor>();
  return {
    find: async (tenant) => rows.get(tenant),
    async write(cursor) {
      if ((rows.get(cursor.tenant)?.version ?? 0) !== cursor.version - 1) return false;
      rows.set(cursor.tenant, structuredClone(cursor));
      return true;
    },
  };
};
