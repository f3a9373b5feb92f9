import type { CaseTies, KnownOutcome } from '#core/links/case-ties.ts';

/** Which articles have to do with which cases, by case. Every implementation must pass test/contract/ties.contract.ts. */
export interface CaseTiesStore {
  /** The ties of cases, by id, strongly read; a case that no article knows of is absent. */
  findMany(tenant: string, caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseTies>>;
  /** Remembers what is known of a case now; does nothing for one without ties. */
  know(tenant: string, caseId: string, known: KnownOutcome): Promise<void>;
  /** Takes the ties of a case away if they are still at that revision; false when others have come meanwhile. */
  forget(tenant: string, caseId: string, revision: number): Promise<boolean>;
}
