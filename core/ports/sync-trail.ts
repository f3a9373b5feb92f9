/** What operators are told of a sync, beside its counts: ids only, no text of a case. */
export interface SyncTrail {
  /** Cases that were solved are open again. */
  reopened(tenant: string, caseIds: readonly string[]): void;
  /** An import of the sync ended without all its records. */
  fellShort(tenant: string, importId: string, rejected: number, failed: number): void;
}
