import * as z from 'zod';

/** The setting EMBEDDER: which model makes the vectors. */
export const EmbedderName = z.enum(['static', 'minilm', 'cohere-v4', 'titan-v2']).default('static');
export type EmbedderName = z.infer<typeof EmbedderName>;
