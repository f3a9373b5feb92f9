/** Some ids of a tenant's living cases; `next` is where to go on, absent at the end. */
export type CasePage = { readonly ids: readonly string[]; readonly next: string | undefined };

/**
 * All of a tenant's cases by id, page by page. A case that is changed meanwhile may be left out or come twice.
 * Every implementation must pass test/contract/case-origins.contract.ts.
 */
export interface CaseOrigins {
  /** Ids after the page that ended with `after`; a page may be short, only `next` tells the end. */
  page(tenant: string, limit: number, after: string | undefined): Promise<CasePage>;
}
