import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({ PUBLIC_URL: z.url() });
/** Beside the bundle, where the stack puts it. */
const beside = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

export const handler = createHandler({
  document: beside('./openapi.json'),
  page: beside('./docs.html'),
  publicUrl: env.PUBLIC_URL,
});
