import type { ImportFailureCode } from '#contracts/import-reason.ts';
import type { ImportState } from '#contracts/import-state.ts';
import type { ImportKey, ImportRow } from '#core/imports/import-row.ts';

/** A place in a tenant's list of imports: the one after which it goes on. */
export type ImportPosition = { readonly createdAt: string; readonly id: string };

/** A page of a tenant's imports; `next` is absent on the last one. */
export type ImportPage = { readonly rows: readonly ImportRow[]; readonly next: ImportPosition | undefined };

/** What a change of state notes beside it. */
export type Moved = {
  readonly completedAt?: string | undefined;
  readonly failure?: ImportFailureCode | undefined;
};

/** Where imports live. Every implementation must pass test/contract/import-books.contract.ts. */
export interface ImportStore {
  create(row: ImportRow): Promise<void>;
  /** The import as it is now (strongly read); undefined when there is none. */
  find(key: ImportKey): Promise<ImportRow | undefined>;
  /** A tenant's imports, newest first, after `after`. */
  list(tenant: string, limit: number, after?: ImportPosition): Promise<ImportPage>;
  /** Imports that should move without a person; a row may be a moment old here. */
  active(): Promise<readonly ImportKey[]>;
  /** Moves an import to `to` if it is in one of the states `from` now; tells whether it did. */
  move(key: ImportKey, from: readonly ImportState[], to: ImportState, moved?: Moved): Promise<boolean>;
  /** Moves the mark of queued segments from `from` to `to`; false when it is not at `from` any more. */
  advanceQueue(key: ImportKey, from: number, to: number): Promise<boolean>;
  /** Counts one more look without progress and returns how many these are now in a row. */
  countStalledTick(key: ImportKey): Promise<number>;
}
