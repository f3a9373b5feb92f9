import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { EmbeddingStore } from '#core/ports/embedding-store.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const SCOPE = { tenant: 'demo', model: 'model-a' };

/** What every store of embeddings must do. */
export const embeddingStoreContract = (name: string, create: () => Promise<EmbeddingStore>): void => {
  describe(`EmbeddingStore: ${name}`, () => {
    it('gives back to the bit what was kept, and nothing else', async () => {
      const store = await create();
      const vector = new Float32Array([0.1, -0, 1e-40, 0.999_999_94]);

      await store.keep(SCOPE, new Map([[hash('a'), vector]]));

      const found = await store.find(SCOPE, [hash('a'), hash('b'), hash('a')]);
      expect([...found.keys()]).toEqual([hash('a')]);
      expect(found.get(hash('a'))).toEqual(vector);
    });

    it('keeps tenants and models apart', async () => {
      const store = await create();
      await store.keep(SCOPE, new Map([[hash('a'), new Float32Array([1])]]));

      for (const other of [
        { ...SCOPE, tenant: 'other' },
        { ...SCOPE, model: 'model-b' },
        { tenant: 'demo#model-a', model: '' },
      ]) {
        expect(await store.find(other, [hash('a')])).toEqual(new Map());
      }
    });

    it('takes any number, and the same again', async () => {
      const store = await create();
      const many = new Map(Array.from({ length: 260 }, (_, n) => [hash(`${n}`), new Float32Array([n, 1])]));

      await Promise.all([store.keep(SCOPE, many), store.keep(SCOPE, many)]);

      expect(await store.find(SCOPE, [...many.keys()])).toEqual(many);
    });

    it('does nothing for nothing', async () => {
      const store = await create();

      await store.keep(SCOPE, new Map());

      expect(await store.find(SCOPE, [])).toEqual(new Map());
    });

    it('is not changed by who changes a vector later', async () => {
      const store = await create();
      const vector = new Float32Array([1, 2]);
      await store.keep(SCOPE, new Map([[hash('a'), vector]]));

      vector[0] = 9;

      expect((await store.find(SCOPE, [hash('a')])).get(hash('a'))).toEqual(new Float32Array([1, 2]));
    });
  });
};
