import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoCaseHeads } from '#adapters/aws/dynamo-case-heads.ts';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { dynamoPatternStore } from '#adapters/aws/dynamo-pattern-store.ts';
import { s3Client } from '#adapters/aws/s3-client.ts';
import { s3KnowledgeFiles } from '#adapters/aws/s3-knowledge-files.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { overflowTexts } from '#lambdas/wiring/overflow-texts.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  PATTERNS_TABLE: z.string(),
  KNOWLEDGE_BUCKET: z.string(),
  CASES_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
});
const documents = documentClient();
const files = s3KnowledgeFiles(s3Client(), env.KNOWLEDGE_BUCKET);

export const handler = createHandler({
  patterns: dynamoPatternStore(documents, env.PATTERNS_TABLE, files, systemClock),
  files,
  cases: dynamoCaseStore(documents, env.CASES_TABLE, overflowTexts(env.CONTENT_BUCKET)),
  heads: dynamoCaseHeads(documents, env.CASES_TABLE),
});
