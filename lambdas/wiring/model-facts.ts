import type { ModelFacts } from '#core/use-cases/start-rebuild.ts';
import type { EmbedderName } from './embedder-name.ts';
import { modelName } from './model-name.ts';

/** The models that a deployment can run, by name: its own, and the static table, by way of which it goes to another. */
export const modelFacts = (embedder: EmbedderName): Readonly<Record<string, ModelFacts>> => ({
  static: modelName('static'),
  [embedder]: modelName(embedder),
});
