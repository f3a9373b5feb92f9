import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Embedder } from '#core/ports/embedder.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import type { EmbedderName } from './embedder-name.ts';
import { measuredEmbeddingMeter } from './measured-embedding-meter.ts';
import { modelName } from './model-name.ts';

/** `models/` beside the bundle, where the stack puts it. */
const BESIDE_THE_BUNDLE = new URL('./models/', import.meta.url);

const bedrockModel = async (name: EmbedderName) => {
  const { bedrockClient } = await import('#adapters/bedrock/bedrock-client.ts');
  const env = readEnv({
    BEDROCK_MODEL_ID: z.string(),
    BEDROCK_REGION: z.string(),
    USD_PER_MILLION_TOKENS: z.coerce.number().positive(),
  });
  return {
    client: bedrockClient(env.BEDROCK_REGION),
    modelId: env.BEDROCK_MODEL_ID,
    dimensions: modelName(name).dimensions,
    meter: measuredEmbeddingMeter(env.USD_PER_MILLION_TOKENS),
  };
};

const OPENERS: Record<EmbedderName, (models: URL) => Promise<Embedder>> = {
  async static(models) {
    const { staticEmbedder } = await import('#adapters/embedded/static-embedder.ts');
    return staticEmbedder({
      table: readFileSync(new URL('static-en-256.bin', models)),
      vocabulary: readFileSync(new URL('vocab.txt', models)),
    });
  },
  async minilm(models) {
    const { minilmEmbedder } = await import('#adapters/minilm/minilm-embedder.ts');
    const env = readEnv({ MINILM_DIRECTORY: z.string(), MINILM_WORKERS: z.coerce.number().int().min(1) });
    return minilmEmbedder({
      directory: env.MINILM_DIRECTORY,
      workers: env.MINILM_WORKERS,
      vocabulary: readFileSync(new URL('vocab.txt', models)),
      script: new URL('../minilm-worker.mjs', models),
    });
  },
  async 'cohere-v4'() {
    const { cohereEmbedder } = await import('#adapters/bedrock/cohere-embedder.ts');
    return cohereEmbedder(await bedrockModel('cohere-v4'));
  },
  async 'titan-v2'() {
    const { titanEmbedder } = await import('#adapters/bedrock/titan-embedder.ts');
    return titanEmbedder(await bedrockModel('titan-v2'));
  },
};

/** Opens the embedder of a function by its setting EMBEDDER; only the chosen adapter is loaded. */
export const openEmbedder = async (
  name: EmbedderName,
  models: URL = BESIDE_THE_BUNDLE,
): Promise<Embedder> => {
  const embedder = await OPENERS[name](models);
  const { model } = modelName(name);
  // The index is named after the model: vectors of another one must not get into it.
  if (embedder.model !== model) throw new Error(`the model here is ${embedder.model}, not ${model}`);
  return embedder;
};
