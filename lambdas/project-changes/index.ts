import * as z from 'zod';
import { documentClient, sqsClient } from '#adapters/aws/clients.ts';
import { dynamoTenantRegistry } from '#adapters/aws/dynamo-tenant-registry.ts';
import { sqsRepairQueue } from '#adapters/aws/sqs-repair-queue.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { openGuardedGenerations } from '#lambdas/wiring/open-guarded-generations.ts';
import { openStoredEmbedder } from '#lambdas/wiring/open-stored-embedder.ts';
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
  REPAIRS_QUEUE_URL: z.url(),
});
const dynamo = documentClient();

export const handler = createHandler({
  ...recordStores(env),
  kindOfTable: new Map([
    [env.CASES_TABLE, 'case'],
    [env.ARTICLES_TABLE, 'article'],
  ]),
  generations: openGuardedGenerations(dynamo, env, openStoredEmbedder),
  tenants: dynamoTenantRegistry(dynamo, env.SEARCH_GENERATIONS_TABLE),
  repairs: sqsRepairQueue(sqsClient(trail), env.REPAIRS_QUEUE_URL),
});
