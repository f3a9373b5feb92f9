import type { SyncCursor } from './sync-cursor.ts';

/** What the ids of all imports of the sync begin with; callers' imports are ULIDs. */
const PREFIX = 'sync-';

/** The id of the import that the cursor's next slice becomes: the same each time it is tried. */
export const syncImportId = ({ born, slice }: Pick<SyncCursor, 'born' | 'slice'>): string =>
  `${PREFIX}${born}-${String(slice).padStart(8, '0')}`;

/** Whether a case's last import was one of the sync. */
export const isOfSource = (importId: string | undefined): boolean => importId?.startsWith(PREFIX) === true;
