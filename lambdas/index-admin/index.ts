import * as z from 'zod';
import { documentClient, sqsClient } from '#adapters/aws/clients.ts';
import { dynamoGenerationStore } from '#adapters/aws/dynamo-generation-store.ts';
import { dynamoRebuildLanes } from '#adapters/aws/dynamo-rebuild-lanes.ts';
import { dynamoRequestClaims } from '#adapters/aws/dynamo-request-claims.ts';
import { sqsRebuildQueue } from '#adapters/aws/sqs-rebuild-queue.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { ulidIds } from '#adapters/system/ulid-ids.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { firstGeneration } from '#lambdas/wiring/first-generation.ts';
import { modelFacts } from '#lambdas/wiring/model-facts.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { trail } from '#lambdas/shared/trail.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  SEARCH_GENERATIONS_TABLE: z.string(),
  IDEMPOTENCY_TABLE: z.string(),
  EMBEDDER: EmbedderName,
  REBUILD_QUEUE_URL: z.url(),
  SETTLE_SECONDS: z.coerce.number().int().min(0),
});
const dynamo = documentClient();

export const handler = createHandler({
  store: dynamoGenerationStore(dynamo, env.SEARCH_GENERATIONS_TABLE),
  lanes: dynamoRebuildLanes(dynamo, env.SEARCH_GENERATIONS_TABLE, systemClock),
  claims: dynamoRequestClaims(dynamo, env.IDEMPOTENCY_TABLE),
  queue: sqsRebuildQueue(sqsClient(trail), env.REBUILD_QUEUE_URL),
  first: firstGeneration(env.EMBEDDER),
  models: modelFacts(env.EMBEDDER),
  settleSeconds: env.SETTLE_SECONDS,
  clock: systemClock,
  ids: ulidIds(),
  hasher: nodeHasher,
});
