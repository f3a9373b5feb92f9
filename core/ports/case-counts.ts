/** How many cases a tenant has. Every implementation must pass test/contract/case-counts.contract.ts. */
export interface CaseCounts {
  /** Living cases of a tenant, deleted ones not counted; exact but for writes of the last second. */
  count(tenant: string): Promise<number>;
}
