/** A stretch of time between two groupings of a tenant's cases; 0 before the first. */
export type ResolvedWindow = {
  readonly number: number;
  /** When its grouping began; undefined before the first. */
  readonly since: string | undefined;
};

/**
 * Which cases of a tenant and category were solved since their tenant's cases were last grouped. Every implementation
 * must pass test/contract/resolved-counts.contract.ts.
 */
export interface ResolvedCounts {
  /** The window of now (strongly read). */
  window(tenant: string): Promise<ResolvedWindow>;
  /** Begins the next window: a grouping begins at that time. */
  begin(tenant: string, since: string): Promise<void>;
  /**
   * Adds cases to a window and answers how many different ones it holds, which is exact up to `enough`: a case counts
   * once however often it is told, and when there are enough no more are kept.
   */
  add(
    at: { readonly tenant: string; readonly category: string; readonly window: number },
    caseIds: readonly string[],
    enough: number,
  ): Promise<number>;
}
