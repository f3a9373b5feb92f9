import type { CaseContent, Lineage } from '#contracts/case.ts';
import type { LivingRow, Tombstone } from '#core/records/stored-row.ts';

/** A case as it is stored. */
export type LivingCase = LivingRow & {
  readonly content: CaseContent;
  /** The source's own time of change; it orders versions where both sides have one. */
  readonly sourceUpdatedAt?: string | undefined;
  readonly lineage?: Lineage | undefined;
};

/** What is left of a deleted case. */
export type DeletedCase = Tombstone;

/** A row of the cases table. */
export type CaseRow = LivingCase | DeletedCase;
