import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoEventJournal } from '#adapters/aws/dynamo-event-journal.ts';
import { s3Client } from '#adapters/aws/s3-client.ts';
import { s3OverflowTexts } from '#adapters/aws/s3-overflow-texts.ts';
import { tinyldLanguageDetector } from '#adapters/embedded/tinyld-language-detector.ts';
import { jitteredPause } from '#adapters/system/jittered-pause.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { recordStores } from '#lambdas/wiring/record-stores.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  CASES_TABLE: z.string(),
  ARTICLES_TABLE: z.string(),
  ARTICLE_VERSIONS_TABLE: z.string(),
  IDEMPOTENCY_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
});
const tables = {
  events: env.IDEMPOTENCY_TABLE,
  cases: env.CASES_TABLE,
  articles: env.ARTICLES_TABLE,
  versions: env.ARTICLE_VERSIONS_TABLE,
};

export const handler = createHandler({
  ...recordStores(env),
  journal: dynamoEventJournal(documentClient(), tables, s3OverflowTexts(s3Client(), env.CONTENT_BUCKET)),
  clock: systemClock,
  hasher: nodeHasher,
  languages: tinyldLanguageDetector,
  pause: jitteredPause,
});
