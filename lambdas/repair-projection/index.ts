import * as z from 'zod';
import { documentClient, s3Client } from '#adapters/aws/clients.ts';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { s3OverflowTexts } from '#adapters/aws/s3-overflow-texts.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { openEmbedder } from '#lambdas/wiring/open-embedder.ts';
import { openSearchIndex } from '#lambdas/wiring/open-search-index.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  CASES_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
  SEARCH_URL: z.string(),
  EMBEDDER: EmbedderName,
});

export const handler = createHandler({
  cases: dynamoCaseStore(documentClient(), env.CASES_TABLE, s3OverflowTexts(s3Client(), env.CONTENT_BUCKET)),
  index: await openSearchIndex(env.SEARCH_URL, env.EMBEDDER),
  embedder: await openEmbedder(env.EMBEDDER),
});
