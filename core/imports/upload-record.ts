import type { RejectionCode } from '#contracts/import-reason.ts';

/** A record as the source wrote it: its text and its columns by name. */
export type RawRecord = {
  readonly ok: true;
  readonly text: string;
  readonly columns: Readonly<Record<string, unknown>>;
  readonly nullsRemoved: boolean;
};

/** What stands where a record should be, and why it is none. */
export type UnreadRecord = {
  readonly ok: false;
  readonly id?: string | undefined;
  readonly code: RejectionCode;
  readonly reason: string;
};

/** One record of an upload; `line` is the physical line where it begins, from 1. */
export type UploadRecord = { readonly line: number; readonly record: RawRecord | UnreadRecord };

/** A place in an upload: its unpacked offset in bytes and the number of the line that begins there. */
export type UploadPlace = { readonly offset: number; readonly line: number };

/** Some records and the place behind them, where reading can begin again. */
export type RecordBatch = UploadPlace & { readonly records: readonly UploadRecord[] };

/** How records lie in the bytes of an upload. */
export interface RecordCutter {
  /**
   * The complete records at the beginning of some bytes that lie at `from`; all of them when these are the `last`
   * bytes. An unmoved place tells that not even the first line is complete.
   */
  cut(bytes: Uint8Array, from: UploadPlace, last: boolean): RecordBatch;
}
