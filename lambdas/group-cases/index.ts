import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { dynamoJobRuns } from '#adapters/aws/dynamo-job-runs.ts';
import { dynamoPatternStore } from '#adapters/aws/dynamo-pattern-store.ts';
import { dynamoRecordWalk } from '#adapters/aws/dynamo-record-walk.ts';
import { dynamoResolvedCounts } from '#adapters/aws/dynamo-resolved-counts.ts';
import { dynamoTenantRegistry } from '#adapters/aws/dynamo-tenant-registry.ts';
import { s3Client } from '#adapters/aws/s3-client.ts';
import { s3KnowledgeFiles } from '#adapters/aws/s3-knowledge-files.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock as clock } from '#adapters/system/system-clock.ts';
import { KnowledgeGrouping } from '#contracts/knowledge-grouping.ts';
import { jsonSetting } from '#lambdas/shared/json-setting.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { overflowTexts } from '#lambdas/wiring/overflow-texts.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  JOBS_TABLE: z.string(),
  SEARCH_GENERATIONS_TABLE: z.string(),
  CASES_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
  PATTERNS_TABLE: z.string(),
  KNOWLEDGE_BUCKET: z.string(),
  KNOWLEDGE_GROUPING: jsonSetting(KnowledgeGrouping),
});
const dynamo = documentClient();
const files = s3KnowledgeFiles(s3Client(), env.KNOWLEDGE_BUCKET);

export const handler = createHandler({
  runs: dynamoJobRuns(dynamo, env.JOBS_TABLE),
  tenants: dynamoTenantRegistry(dynamo, env.SEARCH_GENERATIONS_TABLE),
  cases: dynamoCaseStore(dynamo, env.CASES_TABLE, overflowTexts(env.CONTENT_BUCKET)),
  walk: dynamoRecordWalk(dynamo, env.CASES_TABLE),
  patterns: dynamoPatternStore(dynamo, env.PATTERNS_TABLE, files, clock),
  resolved: dynamoResolvedCounts(dynamo, env.PATTERNS_TABLE, clock),
  files,
  hasher: nodeHasher,
  clock,
  settings: env.KNOWLEDGE_GROUPING,
});
