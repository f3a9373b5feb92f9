import * as z from 'zod';

/** Where an import stands. */
export const ImportState = z.enum([
  'awaiting_upload',
  'processing',
  'needs_review',
  'verifying',
  'completed',
  'cancelled',
  'failed',
]);
export type ImportState = z.infer<typeof ImportState>;
