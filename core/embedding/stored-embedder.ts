import type { Embedder, EmbeddingUse } from '#core/ports/embedder.ts';
import type { EmbeddingStore } from '#core/ports/embedding-store.ts';
import type { Hasher } from '#core/ports/hasher.ts';

export type StoredEmbedderDeps = { model: Embedder; store: EmbeddingStore; hasher: Hasher };

/**
 * An embedder that asks its model only for what is not kept yet, each text once however often it is in the batch, and
 * keeps what the model gave. Two that embed the same text at once both pay for it and keep the same vector. Queries are
 * neither looked up nor kept (docs/adr/0143).
 */
export const storedEmbedder = ({ model: embedder, store, hasher }: StoredEmbedderDeps): Embedder => {
  const { model, dimensions } = embedder;
  // Purposes apart, since the same text has a vector for each; a separator that no purpose contains.
  const hashOf = (text: string, { purpose }: EmbeddingUse): string => hasher.sha256(`${purpose}\n${text}`);

  const embedNew = async (texts: ReadonlyMap<string, string>, use: EmbeddingUse) => {
    const vectors = await embedder.embed([...texts.values()], use);
    const made = new Map<string, Float32Array>();
    for (const [n, hash] of [...texts.keys()].entries()) {
      const vector = vectors[n];
      if (!vector) throw new Error(`${model} gave ${vectors.length} vectors for ${texts.size} texts`);
      made.set(hash, vector);
    }
    await store.keep({ tenant: use.tenant, model }, made);
    return made;
  };

  return {
    model,
    dimensions,
    async embed(texts, use) {
      if (use.purpose === 'query') return embedder.embed(texts, use);
      const hashes = texts.map((text) => hashOf(text, use));
      const distinct = new Map(hashes.map((hash, n) => [hash, texts[n] ?? '']));
      if (distinct.size === 0) return [];
      const kept = await store.find({ tenant: use.tenant, model }, [...distinct.keys()]);
      const missing = new Map([...distinct].filter(([hash]) => !kept.has(hash)));
      const made = missing.size > 0 ? await embedNew(missing, use) : new Map<string, Float32Array>();
      return hashes.map((hash) => {
        const vector = kept.get(hash) ?? made.get(hash);
        if (vector?.length !== dimensions) {
          throw new Error(`a vector of ${vector?.length} dimensions is kept of ${model}`);
        }
        return vector;
      });
    },
  };
};
