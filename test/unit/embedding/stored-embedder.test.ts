import { describe, expect, it } from 'vitest';
import { storedEmbedder } from '#core/embedding/stored-embedder.ts';
import type { EmbeddingUse } from '#core/ports/embedder.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { embedderContract } from '#test/contract/embedder.contract.ts';
import { staticEmbedder } from '#adapters/embedded/static-embedder.ts';
import { knownWordsEmbedder } from '#test/support/known-words-embedder.ts';
import { memoryEmbeddingStore } from '#test/support/memory-embedding-store.ts';
import { theStaticModel } from '#test/support/the-static-model.ts';

const PASSAGE: EmbeddingUse = { tenant: 'demo', purpose: 'passage' };

const setup = () => {
  const model = knownWordsEmbedder('toner', 'drum');
  const store = memoryEmbeddingStore();
  return { model, store, embedder: storedEmbedder({ model, store, hasher: nodeHasher }) };
};

embedderContract('stored', async () =>
  storedEmbedder({
    model: staticEmbedder(theStaticModel()),
    store: memoryEmbeddingStore(),
    hasher: nodeHasher,
  }),
);

describe('storedEmbedder', () => {
  it('asks the model once for a text that stands twice in a batch', async () => {
    const { model, embedder } = setup();

    const vectors = await embedder.embed(['toner', 'drum', 'toner'], PASSAGE);

    expect(model.texts).toEqual(['toner', 'drum']);
    expect(vectors.map(([toner]) => toner)).toEqual([1, 0, 1]);
  });

  it('does not ask again for what is kept, and gives it in order', async () => {
    const { model, embedder } = setup();
    await embedder.embed(['drum'], PASSAGE);

    const vectors = await embedder.embed(['toner', 'drum'], PASSAGE);

    expect(model.texts).toEqual(['drum', 'toner']);
    expect(vectors.map((vector) => [...vector])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('keeps tenants apart', async () => {
    const { model, embedder } = setup();

    await embedder.embed(['toner'], PASSAGE);
    await embedder.embed(['toner'], { ...PASSAGE, tenant: 'other' });

    expect(model.texts).toEqual(['toner', 'toner']);
  });

  it('asks the model for every query, and gives a query no vector of a passage', async () => {
    const { model, embedder } = setup();
    const query: EmbeddingUse = { ...PASSAGE, purpose: 'query' };
    await embedder.embed(['toner'], PASSAGE);

    await embedder.embed(['toner'], query);
    await embedder.embed(['toner'], query);

    expect(model.texts).toEqual(['toner', 'toner', 'toner']);
  });

  it('keeps nothing of a batch that failed', async () => {
    const { model, store } = setup();
    const failing = { ...model, embed: async () => Promise.reject(new Error('throttled')) };
    const embedder = storedEmbedder({ model: failing, store, hasher: nodeHasher });

    await expect(embedder.embed(['toner'], PASSAGE)).rejects.toThrow('throttled');

    const found = await store.find({ tenant: 'demo', model: model.model }, [
      nodeHasher.sha256('passage\ntoner'),
    ]);
    expect(found).toEqual(new Map());
  });

  it('refuses a model that leaves a text out, and a kept vector of another size', async () => {
    const { model, store } = setup();
    const short = { ...model, embed: async () => [new Float32Array(2)] };
    const embedder = storedEmbedder({ model: short, store, hasher: nodeHasher });

    await expect(embedder.embed(['toner', 'drum'], PASSAGE)).rejects.toThrow('1 vectors for 2 texts');

    await store.keep(
      { tenant: 'demo', model: model.model },
      new Map([[nodeHasher.sha256('passage\ntoner'), new Float32Array(3)]]),
    );
    await expect(embedder.embed(['toner'], PASSAGE)).rejects.toThrow('3 dimensions');
  });

  it('gives equal vectors to two that embed the same at once', async () => {
    const { embedder } = setup();

    const [one, two] = await Promise.all([
      embedder.embed(['toner'], PASSAGE),
      embedder.embed(['toner'], PASSAGE),
    ]);

    expect(one).toEqual(two);
  });
});
