import { describe, expect, it } from 'vitest';
import { productPages } from '#lambdas/cases/product-pages.ts';
import { memoryProductStore } from '#test/support/memory-product-store.ts';

const setup = async () => {
  const products = memoryProductStore();
  await products.put({ tenant: 'demo', id: 'p-1', name: 'Printers', parentId: undefined });
  await products.put({ tenant: 'demo', id: 'p-2', name: 'LaserJet', parentId: 'p-1' });
  await products.put({ tenant: 'other', id: 'p-3', name: 'theirs', parentId: undefined });
  return productPages({ products });
};

describe('productPages', () => {
  it('lists the products of the caller, page by page', async () => {
    const pages = await setup();
    const first = await pages('demo', { limit: 1 });

    expect(first.items).toEqual([{ id: 'p-1', name: 'Printers' }]);
    expect(await pages('demo', { limit: 1, cursor: first.next_cursor! })).toEqual({
      items: [{ id: 'p-2', name: 'LaserJet', parent_id: 'p-1' }],
      next_cursor: null,
    });
  });

  it("refuses the cursor of another tenant's list", async () => {
    const pages = await setup();
    const { next_cursor: cursor } = await pages('demo', { limit: 1 });

    await expect(pages('other', { limit: 1, cursor: cursor! })).rejects.toMatchObject({
      code: 'malformed_request',
    });
  });
});
