import { readFileSync } from 'node:fs';
import type { Embedder } from '#core/ports/embedder.ts';
import type { EmbedderName } from './embedder-name.ts';

/** `models/` beside the bundle, where the stack puts it. */
const BESIDE_THE_BUNDLE = new URL('./models/', import.meta.url);

const OPENERS: Record<EmbedderName, (models: URL) => Promise<Embedder>> = {
  async static(models) {
    const { staticEmbedder } = await import('#adapters/embedded/static-embedder.ts');
    const { STATIC_MODEL } = await import('#adapters/embedded/static-model.ts');
    const embedder = staticEmbedder({
      table: readFileSync(new URL('static-en-256.bin', models)),
      vocabulary: readFileSync(new URL('vocab.txt', models)),
    });
    // The index is named after the model: vectors of another one must not get into it.
    if (embedder.model !== STATIC_MODEL)
      throw new Error(`models/ holds ${embedder.model}, not ${STATIC_MODEL}`);
    return embedder;
  },
};

/** Opens the embedder of a function by its setting EMBEDDER; only the chosen adapter is loaded. */
export const openEmbedder = (name: EmbedderName, models: URL = BESIDE_THE_BUNDLE): Promise<Embedder> =>
  OPENERS[name](models);
