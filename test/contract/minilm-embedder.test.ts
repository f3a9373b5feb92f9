import { afterAll, describe, expect, it } from 'vitest';
import { minilmEmbedder } from '#adapters/minilm/minilm-embedder.ts';
import { MINILM_MODEL } from '#adapters/minilm/minilm-model.ts';
import type { EmbeddingUse } from '#core/ports/embedder.ts';
import { theMinilmModel } from '#test/support/the-minilm-model.ts';
import { theStaticModel } from '#test/support/the-static-model.ts';
import { embedderContract } from './embedder.contract.ts';

const PASSAGE: EmbeddingUse = { tenant: 'demo', purpose: 'passage' };
const model = theMinilmModel();

const opened: { close(): void }[] = [];
afterAll(() => {
  for (const embedder of opened.splice(0)) embedder.close();
});

const setup = () => {
  const embedder = minilmEmbedder(model!);
  opened.push(embedder);
  return embedder;
};

describe('minilmEmbedder', () => {
  it('says what to do where the model is not', () => {
    const { vocabulary } = theStaticModel();
    const props = { directory: '/nowhere', vocabulary, workers: 1, script: new URL('file:///nowhere') };

    expect(() => minilmEmbedder(props)).toThrow(/not on this machine .*: run `npm run model:minilm`/);
  });
});

describe.skipIf(!model)('minilmEmbedder, NOT TESTED without npm run model:minilm', () => {
  embedderContract('MiniLM', async () => setup());

  it('is named after its graph', () => {
    expect(setup().model).toBe(MINILM_MODEL);
  });

  // Cosines of the model in 32-bit floats, by onnxruntime from the graph that the model's makers would get.
  it.each([
    ['login fails, password rejected', 0.5699],
    ['invoice shows wrong amount', 0.0163],
    ['the portal refuses my password', 0.7698],
    ['printer prints blank pages', 0.1265],
  ])('finds "%s" as near as the float model does', async (text, expected) => {
    const [asked, other] = await setup().embed(['cannot log in to the portal', text], PASSAGE);

    const cosine = asked!.reduce((sum, value, n) => sum + value * other![n]!, 0);
    expect(Math.abs(cosine - expected)).toBeLessThan(0.05);
  });

  it('reads 254 pieces and no more', async () => {
    const [whole, longer, shorter] = await setup().embed(
      ['paper '.repeat(254), `${'paper '.repeat(254)} secret`, 'paper '.repeat(253)],
      PASSAGE,
    );

    expect(longer).toEqual(whole);
    expect(shorter).not.toEqual(whole);
  });

  it('gives the same vectors by two processes as by one', async () => {
    const texts = Array.from({ length: 12 }, (_, n) => `ticket ${n} about the printer`);
    const two = minilmEmbedder({ ...model!, workers: 2 });
    opened.push(two);

    expect(await two.embed(texts, PASSAGE)).toEqual(await setup().embed(texts, PASSAGE));
  });
});
