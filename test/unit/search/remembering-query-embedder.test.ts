import { describe, expect, it } from 'vitest';
import { rememberingQueryEmbedder } from '#adapters/embedded/remembering-query-embedder.ts';
import { knownWordsEmbedder } from '#test/support/known-words-embedder.ts';

describe('rememberingQueryEmbedder', () => {
  it('asks the model once for those who ask at once', async () => {
    const model = knownWordsEmbedder('toner');
    const embedder = rememberingQueryEmbedder(model);

    const both = await Promise.all([
      embedder.embedQuery('demo', 'toner'),
      embedder.embedQuery('demo', 'toner'),
    ]);

    expect(model.texts).toEqual(['toner']);
    expect(both.map(({ cached }) => cached)).toEqual([false, true]);
  });

  it('does not remember a failure', async () => {
    const model = knownWordsEmbedder('toner');
    let fails = true;
    const embedder = rememberingQueryEmbedder({
      ...model,
      embed: async (texts, use) => {
        if (fails) throw new Error('down');
        return model.embed(texts, use);
      },
    });

    await expect(embedder.embedQuery('demo', 'toner')).rejects.toThrow('down');
    fails = false;

    expect(await embedder.embedQuery('demo', 'toner')).toMatchObject({ cached: false });
  });
});
