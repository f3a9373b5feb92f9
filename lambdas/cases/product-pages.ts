import * as z from 'zod';
import type { ProductListQuery, ProductPageView } from '#contracts/product.ts';
import type { ProductStore } from '#core/ports/product-store.ts';
import { readCursor, writeCursor } from '#lambdas/shared/cursor.ts';

export type ProductPagesDeps = { products: ProductStore };

/** Names the list that a cursor belongs to: the cursor of another tenant does not fit. */
const listOf = (tenant: string): string => `products of ${tenant}`;

/** Pages of `GET /products`. */
export const productPages =
  ({ products }: ProductPagesDeps) =>
  async (
    tenant: string,
    { limit, cursor }: z.infer<typeof ProductListQuery>,
  ): Promise<z.infer<typeof ProductPageView>> => {
    const list = listOf(tenant);
    const place = z.strictObject({ list: z.literal(list), id: z.string() });
    const after = cursor === undefined ? undefined : readCursor(place, cursor).id;
    const { rows, next } = await products.list(tenant, limit, after);
    return {
      items: rows.map(({ id, name, parentId }) => ({
        id,
        name,
        ...(parentId !== undefined && { parent_id: parentId }),
      })),
      next_cursor: next === undefined ? null : writeCursor({ list, id: next }),
    };
  };
