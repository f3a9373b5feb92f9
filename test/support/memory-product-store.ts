import type { Product, ProductStore } from '#core/ports/product-store.ts';

/** Products in memory, a twin of the table for unit tests. */
export const memoryProductStore = (): ProductStore => {
  const rows = new Map<string, Product>();
  const keyOf = (tenant: string, id: string): string => `${tenant}#${id}`;
  return {
    async findMany(tenant, ids) {
      const found = ids.map((id) => rows.get(keyOf(tenant, id))).filter((row) => row !== undefined);
      return new Map(found.map((row) => [row.id, row]));
    },
    async put(product) {
      rows.set(keyOf(product.tenant, product.id), product);
    },
    async remove(tenant, id) {
      rows.delete(keyOf(tenant, id));
    },
    async list(tenant, limit, after) {
      const all = [...rows.values()]
        .filter((row) => row.tenant === tenant && (after === undefined || row.id > after))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
      return { rows: all.slice(0, limit), next: all.length > limit ? all[limit - 1]?.id : undefined };
    },
  };
};
