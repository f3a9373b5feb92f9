import type { EmbeddingScope, EmbeddingStore } from '#core/ports/embedding-store.ts';

const keyOf = ({ tenant, model }: EmbeddingScope, hash: string): string =>
  JSON.stringify([tenant, model, hash]);

/** Embeddings in memory, a twin of the table for unit tests. */
export const memoryEmbeddingStore = (): EmbeddingStore => {
  const rows = new Map<string, Float32Array>();
  return {
    async find(scope, hashes) {
      const found = new Map<string, Float32Array>();
      for (const hash of hashes) {
        const vector = rows.get(keyOf(scope, hash));
        if (vector) found.set(hash, vector.slice());
      }
      return found;
    },
    async keep(scope, vectors) {
      for (const [hash, vector] of vectors) rows.set(keyOf(scope, hash), vector.slice());
    },
  };
};
