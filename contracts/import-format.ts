import * as z from 'zod';

/** How the records of an upload are written. */
export const ImportFormat = z.enum(['jsonl', 'csv']);
export type ImportFormat = z.infer<typeof ImportFormat>;

/** How an upload is packed. */
export const ImportCompression = z.enum(['none', 'gzip']);
export type ImportCompression = z.infer<typeof ImportCompression>;
