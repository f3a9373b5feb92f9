import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoFeedbackStore } from '#adapters/aws/dynamo-feedback-store.ts';
import { dynamoSearchStats } from '#adapters/aws/dynamo-search-stats.ts';
import { dynamoSigningKey } from '#adapters/aws/dynamo-signing-key.ts';
import { rememberingQueryEmbedder } from '#adapters/embedded/remembering-query-embedder.ts';
import { hmacSigner } from '#adapters/system/hmac-signer.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { ulidIds } from '#adapters/system/ulid-ids.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { measuredQueryEmbedder } from '#lambdas/wiring/measured-query-embedder.ts';
import { measuredSearchIndex } from '#lambdas/wiring/measured-search-index.ts';
import { openEmbedder } from '#lambdas/wiring/open-embedder.ts';
import { openSearchIndex } from '#lambdas/wiring/open-search-index.ts';
import { recordStores } from '#lambdas/wiring/record-stores.ts';
import { loggedSearches } from '#lambdas/shared/logged-searches.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  CASES_TABLE: z.string(),
  ARTICLES_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
  SEARCH_URL: z.string(),
  EMBEDDER: EmbedderName,
  SEARCH_STATS_TABLE: z.string(),
});
const dynamo = documentClient();

export const handler = createHandler({
  ...recordStores(env),
  index: measuredSearchIndex(await openSearchIndex(env.SEARCH_URL, env.EMBEDDER)),
  embedder: measuredQueryEmbedder(rememberingQueryEmbedder(await openEmbedder(env.EMBEDDER))),
  hasher: nodeHasher,
  clock: systemClock,
  ids: ulidIds(),
  signer: hmacSigner(await dynamoSigningKey(dynamo, env.SEARCH_STATS_TABLE)),
  searchLog: loggedSearches(),
  stats: dynamoSearchStats(dynamo, env.SEARCH_STATS_TABLE),
  feedback: dynamoFeedbackStore(dynamo, env.SEARCH_STATS_TABLE, nodeHasher),
});
