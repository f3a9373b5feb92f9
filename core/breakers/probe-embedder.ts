import type { Embedder, EmbeddingUse } from '#core/ports/embedder.ts';

/** A word that every model knows; it costs next to nothing. */
const PROBE = 'hello';

/** No tenant's: ids of tenants hold no underscore. As a query, which no store of vectors answers. */
const PROBED_FOR: EmbeddingUse = { tenant: 'caselore_probe', purpose: 'query' };

/** Resolves when the model answers. */
export const probeEmbedder = async (embedder: Embedder): Promise<void> => {
  await embedder.embed([PROBE], PROBED_FOR);
};
