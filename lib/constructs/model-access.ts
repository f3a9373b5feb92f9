import { join } from 'node:path';
import type { EmbeddingSettings } from '#config/embedding-settings.ts';
import { minilmDirectory } from '#lib/bundling/minilm-directory.ts';

type ModelAccess = {
  readonly env: Readonly<Record<string, string>>;
  /** ARNs that may be called; none for a model that runs in the function. */
  readonly callable: readonly string[];
};

const ROOT = join(import.meta.dirname, '../..');
const GLOBAL = 'global.';

/**
 * What a function needs to call a model. An inference profile is called by its own ARN and, through it, the model's:
 * the model's in the region of the call, and the one without a region where the profile sends it elsewhere.
 */
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
  const model = `foundation-model/${modelId.replace(GLOBAL, '')}`;
  const here = `arn:aws:bedrock:${region}::${model}`;
  if (!modelId.startsWith(GLOBAL)) return { env, callable: [here] };
  const profile = `arn:aws:bedrock:${region}:${account}:inference-profile/${modelId}`;
  return { env, callable: [profile, here, `arn:aws:bedrock:::${model}`] };
};
