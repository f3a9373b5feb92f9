import * as z from 'zod';
import { sqsClient } from '#adapters/aws/clients.ts';
import { sqsRepairQueue } from '#adapters/aws/sqs-repair-queue.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { measuredEmbedder } from '#lambdas/wiring/measured-embedder.ts';
import { openEmbedder } from '#lambdas/wiring/open-embedder.ts';
import { openSearchIndex } from '#lambdas/wiring/open-search-index.ts';
import { recordStores } from '#lambdas/wiring/record-stores.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { trail } from '#lambdas/shared/trail.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  CASES_TABLE: z.string(),
  ARTICLES_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
  SEARCH_URL: z.string(),
  EMBEDDER: EmbedderName,
  REPAIRS_QUEUE_URL: z.url(),
});

export const handler = createHandler({
  ...recordStores(env),
  kindOfTable: new Map([
    [env.CASES_TABLE, 'case'],
    [env.ARTICLES_TABLE, 'article'],
  ]),
  index: await openSearchIndex(env.SEARCH_URL, env.EMBEDDER),
  embedder: measuredEmbedder(await openEmbedder(env.EMBEDDER)),
  repairs: sqsRepairQueue(sqsClient(trail), env.REPAIRS_QUEUE_URL),
});
