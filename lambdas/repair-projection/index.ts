import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoTenantRegistry } from '#adapters/aws/dynamo-tenant-registry.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { openGuardedGenerations } from '#lambdas/wiring/open-guarded-generations.ts';
import { openStoredEmbedder } from '#lambdas/wiring/open-stored-embedder.ts';
import { recordStores } from '#lambdas/wiring/record-stores.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  CASES_TABLE: z.string(),
  ARTICLES_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
  SEARCH_GENERATIONS_TABLE: z.string(),
  SEARCH_URL: z.string(),
  EMBEDDER: EmbedderName,
  BREAKERS_TABLE: z.string(),
});
const dynamo = documentClient();

export const handler = createHandler({
  ...recordStores(env),
  generations: openGuardedGenerations(dynamo, env, openStoredEmbedder),
  tenants: dynamoTenantRegistry(dynamo, env.SEARCH_GENERATIONS_TABLE),
});
