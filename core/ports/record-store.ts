import type { LivingRow, Tombstone } from '#core/records/stored-row.ts';

/** A place in a tenant's list: the row after which it goes on. */
export type ListPosition = { readonly updatedAt: string; readonly id: string };

/** A page of a tenant's list; `next` is absent on the last one. */
export type RecordPage<Row extends LivingRow> = {
  readonly rows: readonly Row[];
  readonly next: ListPosition | undefined;
};

/** Where records of one kind are read. */
export interface RecordReader<Row extends LivingRow> {
  /** The row as it is now (strongly read), tombstones included; undefined when there is none. */
  find(tenant: string, id: string): Promise<Row | Tombstone | undefined>;
  /** The rows of these ids as they are now, by id; ids without a row are absent. */
  findMany(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, Row | Tombstone>>;
  /** Living records by time of change, newest first, then by id descending, after `after`; a page may be short, only `next` tells the end. */
  list(tenant: string, limit: number, after?: ListPosition): Promise<RecordPage<Row>>;
}

/** Where records of one kind live. Every implementation must pass test/contract/record-store.contract.ts. */
export interface RecordStore<Row extends LivingRow> extends RecordReader<Row> {
  /** Writes a row if the stored version is still `expected` (0: no row); else refuses with `version_mismatch`. */
  write(row: Row | Tombstone, expected: number): Promise<void>;
}
