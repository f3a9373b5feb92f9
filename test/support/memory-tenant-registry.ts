import type { TenantRegistry } from '#core/ports/tenant-registry.ts';

/** Tenants in memory, a twin of the table for unit tests. */
export const memoryTenantRegistry = (): TenantRegistry => {
  const tenants = new Set<string>();
  return {
    register: async (tenant) => void tenants.add(tenant),
    list: async (limit, after = '') =>
      [...tenants]
        .toSorted()
        .filter((tenant) => tenant > after)
        .slice(0, limit),
  };
};
