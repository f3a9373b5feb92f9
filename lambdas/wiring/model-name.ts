import * as z from 'zod';
import { STATIC_DIMENSIONS, STATIC_MODEL } from '#adapters/embedded/static-model.ts';
import { bedrockModelName } from '#adapters/bedrock/bedrock-model-name.ts';
import { MINILM_DIMENSIONS, MINILM_MODEL } from '#adapters/minilm/minilm-model.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import type { EmbedderName } from './embedder-name.ts';

/** What an index must know of the model that its vectors come from. */
export type ModelName = {
  /** The full name, weights included; part of the index's name. */
  readonly model: string;
  readonly dimensions: number;
};

const ofBedrock = (name: 'cohere-v4' | 'titan-v2'): ModelName => {
  const { EMBEDDER_DIMENSIONS: dimensions } = readEnv({
    EMBEDDER_DIMENSIONS: z.coerce.number().int().min(1),
  });
  return { model: bedrockModelName(name, dimensions), dimensions };
};

const NAMES: Record<EmbedderName, () => ModelName> = {
  static: () => ({ model: STATIC_MODEL, dimensions: STATIC_DIMENSIONS }),
  minilm: () => ({ model: MINILM_MODEL, dimensions: MINILM_DIMENSIONS }),
  'cohere-v4': () => ofBedrock('cohere-v4'),
  'titan-v2': () => ofBedrock('titan-v2'),
};

/** The model behind the setting EMBEDDER (and EMBEDDER_DIMENSIONS, where it has several sizes), without loading it. */
export const modelName = (name: EmbedderName): ModelName => NAMES[name]();
