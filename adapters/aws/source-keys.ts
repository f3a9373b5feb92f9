/** The key of a tenant's sync cursor. */
export const cursorKey = (tenant: string) => ({ pk: tenant, sk: 'cursor' }) as const;

/** What the sort keys of all products begin with. */
export const PRODUCT_PREFIX = 'product#';

/** The key of a product. */
export const productKey = (tenant: string, id: string) => ({ pk: tenant, sk: `${PRODUCT_PREFIX}${id}` });
