import type { Outcome, Rejection } from '#contracts/import-outcome.ts';
import type { ImportKey } from '#core/imports/import-row.ts';

/** Which rows are listed: rejections, or outcomes of chunks that hold at least one of a kind. */
export type RecordList = 'rejected' | 'failed' | 'unchanged';

/** A stored row of records; `row` orders it among its kind. */
export type RecordRow =
  | { readonly row: string; readonly kind: 'rejections'; readonly entries: readonly Rejection[] }
  | { readonly row: string; readonly kind: 'outcomes'; readonly entries: readonly Outcome[] };

/** Some rows of a list; `next` is where to look on, absent at the end. The rows may be none before the end. */
export type RecordRows = { readonly rows: readonly RecordRow[]; readonly next: string | undefined };

/** The records of an import, row by row. Every implementation must pass test/contract/import-books.contract.ts. */
export interface RecordLists {
  /** Rows of a list from the row `from` (inclusive) on; a bounded look, not the whole list. */
  read(key: ImportKey, list: RecordList, from: string | undefined): Promise<RecordRows>;
}
