/** Which tenants have, or had, anything in the index. Every implementation must pass test/contract/tenant-registry.contract.ts. */
export interface TenantRegistry {
  /** Remembers a tenant; to do it twice costs nothing. */
  register(tenant: string): Promise<void>;
  /** Tenants in the order of their ids, after `after`, at most `limit`; fewer mean that there are no more. */
  list(limit: number, after?: string): Promise<readonly string[]>;
}
