import type { CaseContent, Lineage } from '#contracts/case.ts';

/** What every row of a case carries, living or deleted. */
type Envelope = {
  readonly tenant: string;
  readonly id: string;
  /** Counts the writes of this id, from 1; deletion counts too, so that a version never comes back. */
  readonly version: number;
  /** When this row was last written, ISO 8601 UTC. */
  readonly updatedAt: string;
};

/** A case as it is stored. */
export type LivingCase = Envelope & {
  readonly deleted: false;
  readonly content: CaseContent;
  /** SHA-256 of the canonical content, hexadecimal. */
  readonly contentHash: string;
  readonly createdAt: string;
  /** The source's own time of change; it orders versions where both sides have one. */
  readonly sourceUpdatedAt?: string | undefined;
  readonly lineage?: Lineage | undefined;
};

/** What is left of a deleted case for seven days, so that late writes find its version. */
export type DeletedCase = Envelope & {
  readonly deleted: true;
  /** The source's time of the version that was deleted: an older one does not bring the case back. */
  readonly sourceUpdatedAt?: string | undefined;
};

/** A row of the cases table. */
export type CaseRow = LivingCase | DeletedCase;
