import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bedrockClient } from '#adapters/bedrock/bedrock-client.ts';
import { cohereEmbedder } from '#adapters/bedrock/cohere-embedder.ts';
import { titanEmbedder } from '#adapters/bedrock/titan-embedder.ts';
import type { EmbeddingUse } from '#core/ports/embedder.ts';
import type { EmbeddingUsage } from '#core/ports/embedding-meter.ts';
import { startBedrockEndpoint, type Misbehaviour } from '#test/support/bedrock-endpoint.ts';
import { embedderContract } from './embedder.contract.ts';

const PASSAGE: EmbeddingUse = { tenant: 'demo', purpose: 'passage' };
const QUERY: EmbeddingUse = { tenant: 'demo', purpose: 'query' };

let endpoint: Awaited<ReturnType<typeof startBedrockEndpoint>>;
beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'nobody';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'nothing';
  endpoint = await startBedrockEndpoint();
});
beforeEach(() => {
  endpoint.calls.length = 0;
});
afterAll(() => endpoint.stop());

const setup = (name: 'cohere' | 'titan', { dimensions = 1024, millisecondsATry = 2_000 } = {}) => {
  const usages: EmbeddingUsage[] = [];
  const model = {
    client: bedrockClient('us-east-1', { endpoint: endpoint.url, millisecondsATry }),
    dimensions,
    meter: { used: (usage: EmbeddingUsage) => void usages.push(usage) },
  };
  const embedder =
    name === 'cohere'
      ? cohereEmbedder({ ...model, modelId: 'global.cohere.embed-v4:0' })
      : titanEmbedder({ ...model, modelId: 'amazon.titan-embed-text-v2:0' });
  return { embedder, usages };
};

embedderContract('Cohere Embed v4', async () => setup('cohere').embedder);
embedderContract('Titan v2', async () => setup('titan', { dimensions: 512 }).embedder);

describe('cohereEmbedder', () => {
  it('sends at most 96 texts a call, says what for, and counts tokens by tenant', async () => {
    const { embedder, usages } = setup('cohere');

    await embedder.embed(
      Array.from({ length: 200 }, (_, n) => `ticket ${n}`),
      PASSAGE,
    );
    await embedder.embed(['toner'], QUERY);

    const { calls } = endpoint;
    expect(calls.map(({ texts }) => texts.length).toSorted((a, b) => a - b)).toEqual([1, 8, 96, 96]);
    expect(calls.map(({ purpose }) => purpose)).toEqual([
      ...Array.from({ length: 3 }, () => 'search_document'),
      'search_query',
    ]);
    expect(calls.every(({ modelId }) => modelId === 'global.cohere.embed-v4:0')).toBe(true);
    expect(usages.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(401);
    expect(usages.every(({ tenant, model }) => tenant === 'demo' && model === 'cohere-embed-v4-1024')).toBe(
      true,
    );
  });

  it('cuts batches by their length too, and long texts, which it counts', async () => {
    const { embedder, usages } = setup('cohere');

    await embedder.embed(
      Array.from({ length: 20 }, () => 'word '.repeat(10_000)),
      PASSAGE,
    );

    expect(endpoint.calls.map(({ texts }) => texts.length).toSorted((a, b) => a - b)).toEqual([8, 12]);
    expect(endpoint.calls[0]!.texts[0]).toHaveLength(32_000);
    expect(usages.reduce((sum, { shortened }) => sum + shortened, 0)).toBe(20);
  });

  it('takes answers that name their types, and estimates tokens that nobody counted', async () => {
    const { embedder, usages } = setup('cohere');
    endpoint.misbehave('named types', 'no token count');

    const [one] = await embedder.embed(['toner is low'], PASSAGE);
    const [two] = await embedder.embed(['toner is low'], PASSAGE);

    expect(one).toEqual(two);
    expect(usages.map(({ tokens }) => tokens)).toEqual([3, 3]);
  });
});

describe('titanEmbedder', () => {
  it('sends one text a call, some at once', async () => {
    const { embedder } = setup('titan');
    const before = endpoint.mostAtOnce();

    await embedder.embed(
      Array.from({ length: 40 }, (_, n) => `ticket ${n}`),
      PASSAGE,
    );

    expect(endpoint.calls).toHaveLength(40);
    expect(before).toBeLessThanOrEqual(8);
    expect(endpoint.mostAtOnce()).toBe(8);
  });

  it('halves what the service finds too long, and counts it once', async () => {
    const { embedder, usages } = setup('titan');

    await embedder.embed(['a b '.repeat(8_000), 'short'], PASSAGE);

    expect(endpoint.calls.map(({ texts: [text] }) => text!.length).toSorted((a, b) => a - b)).toEqual([
      5, 16_000, 32_000,
    ]);
    expect(usages.map(({ shortened }) => shortened).toSorted((a, b) => a - b)).toEqual([0, 1]);
  });
});

describe.each(['cohere', 'titan'] as const)('%s on a bad day', (name) => {
  it.each<readonly Misbehaviour[]>([
    ['throttle', 'throttle'],
    ['unavailable'],
    ['hang'],
    ['throttle', 'hang', 'unavailable'],
  ])('tries again after %s, %s, %s', async (...how) => {
    const { embedder, usages } = setup(name, { millisecondsATry: 300 });
    endpoint.misbehave(...how.filter((one) => one !== undefined));

    expect(await embedder.embed(['toner'], PASSAGE)).toHaveLength(1);
    expect(usages).toHaveLength(1);
  });

  it('gives up after four tries', async () => {
    const { embedder } = setup(name);
    endpoint.misbehave('throttle', 'throttle', 'throttle', 'throttle');

    await expect(embedder.embed(['toner'], PASSAGE)).rejects.toMatchObject({ name: 'ThrottlingException' });
    expect(endpoint.calls).toHaveLength(0);
  });

  it('does not keep a person waiting for a service that hangs', async () => {
    const { embedder } = setup(name, { millisecondsATry: 60_000 });
    endpoint.misbehave('hang');

    await expect(embedder.embed(['toner'], QUERY)).rejects.toThrow(/abort|timeout/i);
  });

  it.each<[Misbehaviour, RegExp]>([
    ['one number too few', /1023 numbers, not 1024/],
    ['NaN', /no JSON/],
    ['null', /another form/],
    ['cut short', /no JSON/],
  ])('refuses an answer with %s, and does not repeat its text', async (how, message) => {
    const { embedder } = setup(name);
    endpoint.misbehave(how);

    const failure = await embedder.embed(['secret-marker'], PASSAGE).catch((error: unknown) => error);

    expect(failure).toMatchObject({ message: expect.stringMatching(message) });
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('secret-marker');
  });
});

describe('cohereEmbedder on a partial answer', () => {
  it('refuses all of it', async () => {
    const { embedder } = setup('cohere');
    endpoint.misbehave('one vector too few');

    await expect(embedder.embed(['toner', 'drum'], PASSAGE)).rejects.toThrow('1 vectors for 2 texts');
  });
});
