import { join } from 'node:path';
import type { EmbeddingSettings } from '#config/embedding-settings.ts';
import { minilmDirectory } from '#lib/bundling/minilm-directory.ts';
import { callableModel } from './callable-model.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What a function needs to call a model: variables, and the ARNs that it may call; none for a model inside the function. */
export type ModelAccess = {
  readonly env: Readonly<Record<string, string>>;
  readonly callable: readonly string[];
};

/** What a function needs to call an embedding model. */
export const modelAccess = (embedder: EmbeddingSettings, account: string): ModelAccess => {
  if (embedder.name === 'static') return { env: {}, callable: [] };
  if (embedder.name === 'minilm') {
    const env = { MINILM_DIRECTORY: minilmDirectory(ROOT), MINILM_WORKERS: String(embedder.workers) };
    return { env, callable: [] };
  }
  const { modelId, region, usdPerMillionTokens } = embedder;
  const env = {
    BEDROCK_MODEL_ID: modelId,
    BEDROCK_REGION: region,
    USD_PER_MILLION_TOKENS: String(usdPerMillionTokens),
  };
  return { env, callable: callableModel(modelId, { region, account }) };
};
