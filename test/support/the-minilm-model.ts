import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MINILM_FILES } from '#adapters/minilm/minilm-model.ts';
import type { MinilmProps } from '#adapters/minilm/minilm-embedder.ts';

const models = new URL('../../.models/minilm/', import.meta.url);

/** The optional model as `npm run model:minilm` left it, or undefined where it was not fetched. */
export const theMinilmModel = (workers = 1): MinilmProps | undefined =>
  existsSync(new URL(MINILM_FILES.graph, models))
    ? {
        directory: fileURLToPath(models),
        vocabulary: readFileSync(new URL('../../models/vocab.txt', import.meta.url)),
        workers,
        script: new URL('../../adapters/minilm/worker.ts', import.meta.url),
      }
    : undefined;
