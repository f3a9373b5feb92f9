import type { QueryEmbedder } from '#core/ports/query-embedder.ts';
import { measure } from '#lambdas/shared/measure.ts';

/** Counts which queries had their vector remembered. */
export const measuredQueryEmbedder = (embedder: QueryEmbedder): QueryEmbedder => ({
  model: embedder.model,
  async embedQuery(tenant, text) {
    const embedding = await embedder.embedQuery(tenant, text);
    measure(embedding.cached ? 'EmbeddingHits' : 'EmbeddingMisses', 1);
    return embedding;
  },
});
