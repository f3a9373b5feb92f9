import * as z from 'zod';
import { documentClient, sqsClient } from '#adapters/aws/clients.ts';
import { dynamoGenerationStore } from '#adapters/aws/dynamo-generation-store.ts';
import { dynamoJobRuns } from '#adapters/aws/dynamo-job-runs.ts';
import { dynamoRecordWalk } from '#adapters/aws/dynamo-record-walk.ts';
import { dynamoTenantRegistry } from '#adapters/aws/dynamo-tenant-registry.ts';
import { dynamoVectorisationCursors } from '#adapters/aws/dynamo-vectorisation-cursors.ts';
import { sqsRebuildQueue } from '#adapters/aws/sqs-rebuild-queue.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { ulidIds } from '#adapters/system/ulid-ids.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { firstGeneration } from '#lambdas/wiring/first-generation.ts';
import { modelFacts } from '#lambdas/wiring/model-facts.ts';
import { openGuardedGenerations } from '#lambdas/wiring/open-guarded-generations.ts';
import { openStoredEmbedder } from '#lambdas/wiring/open-stored-embedder.ts';
import { recordStores } from '#lambdas/wiring/record-stores.ts';
import { vectorisationTrail } from '#lambdas/wiring/vectorisation-trail.ts';
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
  JOBS_TABLE: z.string(),
  REBUILD_QUEUE_URL: z.url(),
  SETTLE_SECONDS: z.coerce.number().int().min(0),
});
const dynamo = documentClient();

export const handler = createHandler({
  ...recordStores(env),
  walks: {
    case: dynamoRecordWalk(dynamo, env.CASES_TABLE),
    article: dynamoRecordWalk(dynamo, env.ARTICLES_TABLE),
  },
  tenants: dynamoTenantRegistry(dynamo, env.SEARCH_GENERATIONS_TABLE),
  store: dynamoGenerationStore(dynamo, env.SEARCH_GENERATIONS_TABLE),
  generations: openGuardedGenerations(dynamo, env, openStoredEmbedder),
  cursors: dynamoVectorisationCursors(dynamo, env.SEARCH_GENERATIONS_TABLE),
  runs: dynamoJobRuns(dynamo, env.JOBS_TABLE),
  queue: sqsRebuildQueue(sqsClient(trail), env.REBUILD_QUEUE_URL),
  first: firstGeneration(env.EMBEDDER),
  models: modelFacts(env.EMBEDDER),
  settleSeconds: env.SETTLE_SECONDS,
  trail: vectorisationTrail,
  clock: systemClock,
  ids: ulidIds(),
});
