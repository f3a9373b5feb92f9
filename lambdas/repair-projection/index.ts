import * as z from 'zod';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { measuredEmbedder } from '#lambdas/wiring/measured-embedder.ts';
import { openEmbedder } from '#lambdas/wiring/open-embedder.ts';
import { openSearchIndex } from '#lambdas/wiring/open-search-index.ts';
import { recordStores } from '#lambdas/wiring/record-stores.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  CASES_TABLE: z.string(),
  ARTICLES_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
  SEARCH_URL: z.string(),
  EMBEDDER: EmbedderName,
});

export const handler = createHandler({
  ...recordStores(env),
  index: await openSearchIndex(env.SEARCH_URL, env.EMBEDDER),
  embedder: measuredEmbedder(await openEmbedder(env.EMBEDDER)),
});
