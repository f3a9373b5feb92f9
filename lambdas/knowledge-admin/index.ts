import * as z from 'zod';
import { KnowledgeSufficiency } from '#contracts/knowledge-sufficiency.ts';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoBudgets } from '#adapters/aws/dynamo-budgets.ts';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { dynamoPatternStore } from '#adapters/aws/dynamo-pattern-store.ts';
import { s3Client } from '#adapters/aws/s3-client.ts';
import { s3KnowledgeFiles } from '#adapters/aws/s3-knowledge-files.ts';
import { systemClock as clock } from '#adapters/system/system-clock.ts';
import { BudgetSetting } from '#lambdas/wiring/budget-setting.ts';
import { overflowTexts } from '#lambdas/wiring/overflow-texts.ts';
import { writerTerms } from '#lambdas/wiring/writer-terms.ts';
import { jsonSetting } from '#lambdas/shared/json-setting.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  CASES_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
  PATTERNS_TABLE: z.string(),
  KNOWLEDGE_BUCKET: z.string(),
  BUDGETS_TABLE: z.string(),
  KNOWLEDGE_BUDGET: BudgetSetting,
  KNOWLEDGE_SUFFICIENCY: jsonSetting(KnowledgeSufficiency),
});
const dynamo = documentClient();
const files = s3KnowledgeFiles(s3Client(), env.KNOWLEDGE_BUCKET);

export const handler = createHandler({
  patterns: dynamoPatternStore(dynamo, env.PATTERNS_TABLE, files, clock),
  cases: dynamoCaseStore(dynamo, env.CASES_TABLE, overflowTexts(env.CONTENT_BUCKET)),
  budgets: dynamoBudgets(dynamo, env.BUDGETS_TABLE, clock),
  limits: env.KNOWLEDGE_BUDGET,
  sufficiency: env.KNOWLEDGE_SUFFICIENCY,
  terms: writerTerms(),
  clock,
});
