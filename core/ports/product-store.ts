/** A product of a tenant, perhaps below another. */
export type Product = {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly parentId: string | undefined;
};

/** A page of a tenant's products; `next` is the id after which it goes on, absent at the end. */
export type ProductPage = { readonly rows: readonly Product[]; readonly next: string | undefined };

/** The product hierarchy of each tenant. Every implementation must pass test/contract/product-store.contract.ts. */
export interface ProductStore {
  /** The products of these ids; ids without a product are absent. */
  findMany(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, Product>>;
  /** Writes a product over what is there. */
  put(product: Product): Promise<void>;
  /** Takes a product away; one that is not there stays so. */
  remove(tenant: string, id: string): Promise<void>;
  /** A tenant's products by id; a page may be short, only `next` tells the end. */
  list(tenant: string, limit: number, after: string | undefined): Promise<ProductPage>;
}
