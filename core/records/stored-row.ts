/** What every row of a record carries, living or deleted. */
type Envelope = {
  readonly tenant: string;
  readonly id: string;
  /** Counts the writes of this id, from 1; deletion counts too, so that a version never comes back. */
  readonly version: number;
  /** When this row was last written, ISO 8601 UTC. */
  readonly updatedAt: string;
};

/** What every living row carries. */
export type LivingRow = Envelope & {
  readonly deleted: false;
  readonly content: object;
  /** SHA-256 of the canonical content, hexadecimal. */
  readonly contentHash: string;
  readonly createdAt: string;
};

/** What is left of a deleted record for seven days, so that late writes find its version. */
export type Tombstone = Envelope & {
  readonly deleted: true;
  /** Of what has a source: its time of the version that was deleted; an older one does not bring the record back. */
  readonly sourceUpdatedAt?: string | undefined;
  /** The source itself said that it is gone, at `sourceUpdatedAt`; else a person deleted it here. */
  readonly bySource?: true | undefined;
};

/** A row as it is stored, living or deleted. */
export type StoredRow = LivingRow | Tombstone;
