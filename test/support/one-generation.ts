import type { Embedder } from '#core/ports/embedder.ts';
import type { SearchGenerations } from '#core/ports/search-generations.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import { memoryTenantRegistry } from './memory-tenant-registry.ts';

/** An index and a model as the one generation that there is, and nobody registered yet: what a projection needs. */
export const oneGeneration = (index: SearchIndex, embedder: Embedder) => {
  const { model, dimensions } = embedder;
  const target = { name: { model, dimensions, generation: 1 }, index, embedder };
  const generations: SearchGenerations = { live: async () => target, written: async () => [target] };
  return { generations, tenants: memoryTenantRegistry() };
};
