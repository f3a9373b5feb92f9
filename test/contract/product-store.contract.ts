import { describe, expect, it } from 'vitest';
import type { Product, ProductStore } from '#core/ports/product-store.ts';

const aProduct = (overrides: Partial<Product> = {}): Product => ({
  tenant: 'demo',
  id: 'p-1',
  name: 'Printers',
  parentId: undefined,
  ...overrides,
});

/** What every ProductStore must do. */
export const productStoreContract = (name: string, create: () => Promise<ProductStore>) =>
  describe(`ProductStore: ${name}`, () => {
    it('keeps the products of each tenant apart, the newest as they are', async () => {
      const products = await create();
      await products.put(aProduct());
      await products.put(aProduct({ name: 'All printers' }));
      await products.put(aProduct({ id: 'p#2', parentId: 'p-1' }));
      await products.put(aProduct({ tenant: 'other', name: 'theirs' }));

      expect(await products.findMany('demo', ['p-1', 'p#2', 'p-3', 'p-1'])).toEqual(
        new Map([
          ['p-1', aProduct({ name: 'All printers' })],
          ['p#2', aProduct({ id: 'p#2', parentId: 'p-1' })],
        ]),
      );
    });

    it('takes products away, and takes them back', async () => {
      const products = await create();
      await products.put(aProduct());
      await products.remove('demo', 'p-1');
      await products.remove('demo', 'p-9');

      expect(await products.findMany('demo', ['p-1'])).toEqual(new Map());
      expect((await products.list('demo', 9, undefined)).rows).toEqual([]);
      await products.put(aProduct());
      expect((await products.list('demo', 9, undefined)).rows).toEqual([aProduct()]);
    });

    it('lists by id, page by page', async () => {
      const products = await create();
      const ids = ['a', 'b', 'c', 'd', 'e'];
      for (const id of ids) await products.put(aProduct({ id }));
      await products.put(aProduct({ tenant: 'other', id: 'bb' }));

      const found: string[] = [];
      let after: string | undefined;
      do {
        const page = await products.list('demo', 2, after);
        expect(page.rows.length).toBeLessThanOrEqual(2);
        found.push(...page.rows.map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      expect(found).toEqual(ids);
    });
  });
