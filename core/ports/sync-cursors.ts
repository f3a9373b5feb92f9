import type { SyncCursor } from '#core/sync/sync-cursor.ts';

/** How far each tenant's source was followed. Every implementation must pass test/contract/sync-cursors.contract.ts. */
export interface SyncCursors {
  /** The cursor as it is now (strongly read); undefined before the first run. */
  find(tenant: string): Promise<SyncCursor | undefined>;
  /** Writes a cursor over the version before its own (1: none yet); false when another call was quicker. */
  write(cursor: SyncCursor): Promise<boolean>;
}
