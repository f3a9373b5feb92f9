import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { dynamoProductStore } from '#adapters/aws/dynamo-product-store.ts';
import { dynamoRequestClaims } from '#adapters/aws/dynamo-request-claims.ts';
import { tinyldLanguageDetector } from '#adapters/embedded/tinyld-language-detector.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { ulidIds } from '#adapters/system/ulid-ids.ts';
import { liveSearchIndex } from '#core/search/live-search-index.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { openGenerations } from '#lambdas/wiring/open-generations.ts';
import { overflowTexts } from '#lambdas/wiring/overflow-texts.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  CASES_TABLE: z.string(),
  IDEMPOTENCY_TABLE: z.string(),
  SOURCE_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
  SEARCH_GENERATIONS_TABLE: z.string(),
  SEARCH_URL: z.string(),
  EMBEDDER: EmbedderName,
  PUBLIC_URL: z.url(),
});

export const handler = createHandler({
  cases: dynamoCaseStore(documentClient(), env.CASES_TABLE, overflowTexts(env.CONTENT_BUCKET)),
  products: dynamoProductStore(documentClient(), env.SOURCE_TABLE, systemClock),
  claims: dynamoRequestClaims(documentClient(), env.IDEMPOTENCY_TABLE),
  index: liveSearchIndex(openGenerations(documentClient(), env)),
  publicUrl: env.PUBLIC_URL,
  clock: systemClock,
  ids: ulidIds(),
  hasher: nodeHasher,
  languages: tinyldLanguageDetector,
});
