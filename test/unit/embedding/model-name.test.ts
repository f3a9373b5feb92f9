import { afterEach, describe, expect, it, vi } from 'vitest';
import { bedrockClient } from '#adapters/bedrock/bedrock-client.ts';
import { cohereEmbedder } from '#adapters/bedrock/cohere-embedder.ts';
import { titanEmbedder } from '#adapters/bedrock/titan-embedder.ts';
import { modelName } from '#lambdas/wiring/model-name.ts';
import { openEmbedder } from '#lambdas/wiring/open-embedder.ts';
import { openStoredEmbedder } from '#lambdas/wiring/open-stored-embedder.ts';

const models = new URL('../../../models/', import.meta.url);

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('modelName', () => {
  it('says what the static table says of itself', async () => {
    const { model, dimensions } = await openEmbedder('static', models);

    expect(modelName('static')).toEqual({ model, dimensions });
  });

  it.each([
    ['cohere-v4', cohereEmbedder],
    ['titan-v2', titanEmbedder],
  ] as const)('says what %s says of itself, at the size of the settings', (name, open) => {
    vi.stubEnv('EMBEDDER_DIMENSIONS', '512');
    const client = bedrockClient('us-east-1');
    const { model, dimensions } = open({ client, modelId: 'm', dimensions: 512, meter: { used: () => {} } });

    expect(modelName(name)).toEqual({ model, dimensions });
    expect(model).toContain('512');
  });

  it('needs the size of a model that has several', () => {
    expect(() => modelName('cohere-v4')).toThrow('EMBEDDER_DIMENSIONS');
  });
});

describe('openEmbedder', () => {
  it('opens models of Bedrock by the settings, and says which one is missing', async () => {
    vi.stubEnv('EMBEDDER_DIMENSIONS', '1024');
    await expect(openEmbedder('titan-v2')).rejects.toThrow('BEDROCK_MODEL_ID');

    vi.stubEnv('BEDROCK_MODEL_ID', 'amazon.titan-embed-text-v2:0');
    vi.stubEnv('BEDROCK_REGION', 'us-east-1');
    vi.stubEnv('USD_PER_MILLION_TOKENS', '0.02');

    expect(await openEmbedder('titan-v2')).toMatchObject({ model: 'titan-embed-v2-1024', dimensions: 1024 });
    await expect(openStoredEmbedder('titan-v2')).rejects.toThrow('EMBEDDINGS_TABLE');
  });

  it('says what to do where MiniLM was not fetched', async () => {
    vi.stubEnv('MINILM_DIRECTORY', '/nowhere');
    vi.stubEnv('MINILM_WORKERS', '1');

    await expect(openEmbedder('minilm', models)).rejects.toThrow('npm run model:minilm');
  });
});
