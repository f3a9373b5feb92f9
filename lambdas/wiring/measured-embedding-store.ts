import type { EmbeddingStore } from '#core/ports/embedding-store.ts';
import { measure } from '#lambdas/shared/measure.ts';

/** Counts the texts whose vector was kept; those that were not are counted where the model embeds them. */
export const measuredEmbeddingStore = (store: EmbeddingStore): EmbeddingStore => ({
  ...store,
  async find(scope, hashes) {
    const found = await store.find(scope, hashes);
    measure('EmbeddingHits', found.size);
    return found;
  },
});
