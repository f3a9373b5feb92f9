import type { Generation } from '#core/generations/generation.ts';
import { INDEX_VERSION } from '#core/projection/index-version.ts';
import type { EmbedderName } from './embedder-name.ts';
import { modelName } from './model-name.ts';

/** The generation with which an environment of this setting EMBEDDER begins. */
export const firstGeneration = (embedder: EmbedderName): Generation => ({
  ...modelName(embedder),
  generation: 1,
  embedder,
  indexVersion: INDEX_VERSION,
});
