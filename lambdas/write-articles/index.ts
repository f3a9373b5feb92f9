import * as z from 'zod';
import { KnowledgeSufficiency } from '#contracts/knowledge-sufficiency.ts';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { dynamoJobRuns } from '#adapters/aws/dynamo-job-runs.ts';
import { dynamoPatternStore } from '#adapters/aws/dynamo-pattern-store.ts';
import { s3Client } from '#adapters/aws/s3-client.ts';
import { s3KnowledgeFiles } from '#adapters/aws/s3-knowledge-files.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock as clock } from '#adapters/system/system-clock.ts';
import { ulidIds } from '#adapters/system/ulid-ids.ts';
import { articleStores } from '#lambdas/wiring/article-stores.ts';
import { knowledgeTrail } from '#lambdas/wiring/knowledge-trail.ts';
import { openPaidWriter } from '#lambdas/wiring/open-paid-writer.ts';
import { overflowTexts } from '#lambdas/wiring/overflow-texts.ts';
import { jsonSetting } from '#lambdas/shared/json-setting.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  JOBS_TABLE: z.string(),
  CASES_TABLE: z.string(),
  ARTICLES_TABLE: z.string(),
  ARTICLE_VERSIONS_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
  PATTERNS_TABLE: z.string(),
  KNOWLEDGE_BUCKET: z.string(),
  KNOWLEDGE_SUFFICIENCY: jsonSetting(KnowledgeSufficiency),
  DRAFT_EXPIRY_DAYS: z.coerce.number().int().min(1),
});
const dynamo = documentClient();
const files = s3KnowledgeFiles(s3Client(), env.KNOWLEDGE_BUCKET);

export const handler = createHandler({
  ...articleStores(env),
  cases: dynamoCaseStore(dynamo, env.CASES_TABLE, overflowTexts(env.CONTENT_BUCKET)),
  runs: dynamoJobRuns(dynamo, env.JOBS_TABLE),
  patterns: dynamoPatternStore(dynamo, env.PATTERNS_TABLE, files, clock),
  ...(await openPaidWriter(dynamo, clock)),
  sufficiency: env.KNOWLEDGE_SUFFICIENCY,
  draftExpiryDays: env.DRAFT_EXPIRY_DAYS,
  trail: knowledgeTrail,
  files,
  hasher: nodeHasher,
  ids: ulidIds(),
  clock,
});
