import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoFeedbackStore } from '#adapters/aws/dynamo-feedback-store.ts';
import { dynamoSearchStats } from '#adapters/aws/dynamo-search-stats.ts';
import { dynamoSigningKey } from '#adapters/aws/dynamo-signing-key.ts';
import { lruHitMemory } from '#adapters/system/lru-hit-memory.ts';
import { rememberingQueryEmbedder } from '#adapters/embedded/remembering-query-embedder.ts';
import { hmacSigner } from '#adapters/system/hmac-signer.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { ulidIds } from '#adapters/system/ulid-ids.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { liveQueryTarget } from '#lambdas/wiring/live-query-target.ts';
import { measuredQueryEmbedder } from '#lambdas/wiring/measured-query-embedder.ts';
import { measuredSearchIndex } from '#lambdas/wiring/measured-search-index.ts';
import { openEmbedder } from '#lambdas/wiring/open-embedder.ts';
import { openGenerations } from '#lambdas/wiring/open-generations.ts';
import { recordStores } from '#lambdas/wiring/record-stores.ts';
import { loggedFaults } from '#lambdas/shared/logged-faults.ts';
import { loggedSearches } from '#lambdas/shared/logged-searches.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  CASES_TABLE: z.string(),
  ARTICLES_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
  SEARCH_GENERATIONS_TABLE: z.string(),
  SEARCH_URL: z.string(),
  EMBEDDER: EmbedderName,
  SEARCH_STATS_TABLE: z.string(),
});
const dynamo = documentClient();
const target = liveQueryTarget(openGenerations(dynamo, env, openEmbedder), {
  index: measuredSearchIndex,
  embedder: (embedder) => measuredQueryEmbedder(rememberingQueryEmbedder(embedder)),
});
// Opened while the function starts, so that the first search does not wait for the model.
await target();

export const handler = createHandler({
  ...recordStores(env),
  target,
  hitMemory: lruHitMemory(),
  faults: loggedFaults,
  hasher: nodeHasher,
  clock: systemClock,
  ids: ulidIds(),
  signer: hmacSigner(await dynamoSigningKey(dynamo, env.SEARCH_STATS_TABLE)),
  searchLog: loggedSearches(),
  stats: dynamoSearchStats(dynamo, env.SEARCH_STATS_TABLE),
  feedback: dynamoFeedbackStore(dynamo, env.SEARCH_STATS_TABLE, nodeHasher),
});
