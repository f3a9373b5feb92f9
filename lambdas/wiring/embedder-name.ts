import * as z from 'zod';

/** The setting EMBEDDER: which model makes the vectors. */
export const EmbedderName = z.enum(['static']).default('static');
export type EmbedderName = z.infer<typeof EmbedderName>;
