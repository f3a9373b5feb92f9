import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoRequestClaims } from '#adapters/aws/dynamo-request-claims.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { ulidIds } from '#adapters/system/ulid-ids.ts';
import { liveSearchIndex } from '#core/search/live-search-index.ts';
import { articleStores } from '#lambdas/wiring/article-stores.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { openGenerations } from '#lambdas/wiring/open-generations.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  ARTICLES_TABLE: z.string(),
  ARTICLE_VERSIONS_TABLE: z.string(),
  IDEMPOTENCY_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
  SEARCH_GENERATIONS_TABLE: z.string(),
  SEARCH_URL: z.string(),
  EMBEDDER: EmbedderName,
  PUBLIC_URL: z.url(),
});

export const handler = createHandler({
  ...articleStores(env),
  index: liveSearchIndex(openGenerations(documentClient(), env)),
  claims: dynamoRequestClaims(documentClient(), env.IDEMPOTENCY_TABLE),
  publicUrl: env.PUBLIC_URL,
  clock: systemClock,
  ids: ulidIds(),
  hasher: nodeHasher,
});
