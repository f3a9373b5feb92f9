import type { CaseRow, LivingCase } from '#core/cases/case-row.ts';

/** A place in a tenant's list of cases: the row after which it goes on. */
export type CasePosition = { readonly updatedAt: string; readonly id: string };

/** A page of a tenant's list; `next` is absent on the last one. */
export type CasePage = { readonly rows: readonly LivingCase[]; readonly next: CasePosition | undefined };

/** Where cases live. Every implementation must pass test/contract/case-store.contract.ts. */
export interface CaseStore {
  /** The row as it is now (strongly read), tombstones included; undefined when there is none. */
  find(tenant: string, id: string): Promise<CaseRow | undefined>;
  /** The rows of these ids as they are now, by id; ids without a row are absent. */
  findMany(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, CaseRow>>;
  /** Writes a row if the stored version is still `expected` (0: no row); else refuses with `version_mismatch`. */
  write(row: CaseRow, expected: number): Promise<void>;
  /** Living cases by time of change, newest first, then by id descending, after `after`; a page may be short, only `next` tells the end. */
  list(tenant: string, limit: number, after?: CasePosition): Promise<CasePage>;
}
