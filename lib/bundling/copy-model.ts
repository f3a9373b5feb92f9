import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddingSettings } from '#config/embedding-settings.ts';
import { minilmDirectory } from './minilm-directory.ts';

/**
 * The static table, beside whichever model is chosen: an index goes from one model to another by way of it
 * (docs/adr/0145). minilm reads its vocabulary too; its own files stay where they were fetched.
 */
const FILES = ['static-en-256.bin', 'vocab.txt'];

type CopyModelProps = { readonly root: string; readonly into: string; readonly embedder: EmbeddingSettings };

/** Puts the files of models/ that models need beside a bundle. */
export const copyModel = async ({ root, into, embedder }: CopyModelProps): Promise<void> => {
  if (embedder.name === 'minilm' && !existsSync(minilmDirectory(root))) {
    throw new Error('the model minilm is not on this machine: run `npm run model:minilm`');
  }
  await Promise.all(FILES.map((file) => cp(join(root, 'models', file), join(into, 'models', file))));
};
