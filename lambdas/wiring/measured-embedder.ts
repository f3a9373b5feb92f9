import type { Embedder } from '#core/ports/embedder.ts';
import { measure } from '#lambdas/shared/measure.ts';

/** Counts the texts that the model turns into vectors: each is one that no cache had. */
export const measuredEmbedder = (embedder: Embedder): Embedder => ({
  model: embedder.model,
  dimensions: embedder.dimensions,
  async embed(texts, use) {
    const vectors = await embedder.embed(texts, use);
    measure('EmbeddingMisses', texts.length);
    return vectors;
  },
});
