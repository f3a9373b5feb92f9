import type { CaseSyncSettings } from '#contracts/case-sync.ts';
import type { CaseHeads } from '#core/ports/case-heads.ts';
import type { CaseOrigins } from '#core/ports/case-origins.ts';
import type { CaseSource } from '#core/ports/case-source.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { Pause } from '#core/ports/pause.ts';
import type { ProductStore } from '#core/ports/product-store.ts';
import type { SyncCursors } from '#core/ports/sync-cursors.ts';
import type { SyncTrail } from '#core/ports/sync-trail.ts';
import type { SyncCursor } from './sync-cursor.ts';
import type { UploadFiles } from '#core/ports/upload-files.ts';

/** What a sync works with. */
export type SyncDeps = {
  source: CaseSource;
  cursors: SyncCursors;
  imports: ImportStore;
  uploads: UploadFiles;
  heads: CaseHeads;
  cases: CaseStore;
  origins: CaseOrigins;
  products: ProductStore;
  clock: Clock;
  hasher: Hasher;
  pause: Pause;
  trail: SyncTrail;
  settings: CaseSyncSettings;
};

/** What one step of a phase comes to: the cursor to be kept next, or nothing before some imports have ended. */
export type Step = SyncCursor | 'waiting';

/** One step of a phase. */
export type TakeStep = (deps: SyncDeps, cursor: SyncCursor) => Promise<Step>;
