import * as z from 'zod';
import { documentClient, sqsClient } from '#adapters/aws/clients.ts';
import { dynamoBreakerStore } from '#adapters/aws/dynamo-breaker-store.ts';
import { dynamoGenerationStore } from '#adapters/aws/dynamo-generation-store.ts';
import { dynamoRebuildLanes } from '#adapters/aws/dynamo-rebuild-lanes.ts';
import { dynamoRecordWalk } from '#adapters/aws/dynamo-record-walk.ts';
import { dynamoTenantRegistry } from '#adapters/aws/dynamo-tenant-registry.ts';
import { sqsRebuildQueue } from '#adapters/aws/sqs-rebuild-queue.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { ulidIds } from '#adapters/system/ulid-ids.ts';
import { searchedIndexBreaker } from '#core/breakers/searched-index-breaker.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { openGenerations } from '#lambdas/wiring/open-generations.ts';
import { openStoredEmbedder } from '#lambdas/wiring/open-stored-embedder.ts';
import { openSearchIndex } from '#lambdas/wiring/open-search-index.ts';
import { recordStores } from '#lambdas/wiring/record-stores.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { trail } from '#lambdas/shared/trail.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  CASES_TABLE: z.string(),
  ARTICLES_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
  SEARCH_GENERATIONS_TABLE: z.string(),
  SEARCH_URL: z.string(),
  EMBEDDER: EmbedderName,
  BREAKERS_TABLE: z.string(),
  REBUILD_QUEUE_URL: z.url(),
  SETTLE_SECONDS: z.coerce.number().int().min(0),
});
const dynamo = documentClient();
const generations = openGenerations(dynamo, env, openStoredEmbedder);
const searched = openGenerations(dynamo, env);

export const handler = createHandler({
  ...recordStores(env),
  walks: {
    case: dynamoRecordWalk(dynamo, env.CASES_TABLE),
    article: dynamoRecordWalk(dynamo, env.ARTICLES_TABLE),
  },
  tenants: dynamoTenantRegistry(dynamo, env.SEARCH_GENERATIONS_TABLE),
  store: dynamoGenerationStore(dynamo, env.SEARCH_GENERATIONS_TABLE),
  lanes: dynamoRebuildLanes(dynamo, env.SEARCH_GENERATIONS_TABLE, systemClock),
  generations,
  breaker: searchedIndexBreaker(
    { breakers: dynamoBreakerStore(dynamo, env.BREAKERS_TABLE), clock: systemClock },
    searched,
  ),
  openIndex: (name) => openSearchIndex(env.SEARCH_URL, name),
  queue: sqsRebuildQueue(sqsClient(trail), env.REBUILD_QUEUE_URL),
  settleSeconds: env.SETTLE_SECONDS,
  clock: systemClock,
  ids: ulidIds(),
});
