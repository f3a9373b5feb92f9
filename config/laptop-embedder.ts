import * as z from 'zod';
import type { EmbeddingSettings } from './embedding-settings.ts';

const Name = z.enum(['static', 'minilm']);

/** The settings of a model that a laptop can run, by its name; throws a ZodError for another. */
export const laptopEmbedder = (named: string): EmbeddingSettings => {
  const name = Name.parse(named);
  // Two projectors run side by side, so two processes embed an import, and a third the queries.
  return name === 'static' ? { name } : { name, workers: 1 };
};
