import { LRUCache } from 'lru-cache';
import type { Embedder } from '#core/ports/embedder.ts';
import type { QueryEmbedder } from '#core/ports/query-embedder.ts';

/** Queries that one instance remembers: 10 MB of 256 dimensions. */
const MOST_REMEMBERED = 10_000;

/** Embeds queries and remembers the latest, by tenant, model and text; callers that ask at once share one call. */
export const rememberingQueryEmbedder = (embedder: Embedder): QueryEmbedder => {
  const remembered = new LRUCache<string, Promise<Float32Array>>({ max: MOST_REMEMBERED });

  const embedded = async (tenant: string, text: string): Promise<Float32Array> => {
    const [vector] = await embedder.embed([text], { tenant, purpose: 'query' });
    if (!vector) throw new Error(`${embedder.model} gave no vector`);
    return vector;
  };
  return {
    model: embedder.model,
    async embedQuery(tenant, text) {
      const key = JSON.stringify([tenant, embedder.model, text]);
      const known = remembered.get(key);
      if (known) return { vector: await known, cached: true };
      const asked = embedded(tenant, text);
      remembered.set(key, asked);
      try {
        return { vector: await asked, cached: false };
      } catch (error) {
        // A failure is nobody's answer but the caller's.
        remembered.delete(key);
        throw error;
      }
    },
  };
};
