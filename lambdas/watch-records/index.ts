import * as z from 'zod';
import { sqsClient } from '#adapters/aws/clients.ts';
import { sqsRepairQueue } from '#adapters/aws/sqs-repair-queue.ts';
import { EarlyRuns } from '#contracts/early-runs.ts';
import { KnowledgeGrouping } from '#contracts/knowledge-grouping.ts';
import { jsonSetting } from '#lambdas/shared/json-setting.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { trail } from '#lambdas/shared/trail.ts';
import { earlyRuns } from '#lambdas/wiring/early-runs.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { JobsSetting } from '#lambdas/wiring/jobs-setting.ts';
import { watchers } from '#lambdas/wiring/watchers.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  CASES_TABLE: z.string(),
  ARTICLES_TABLE: z.string(),
  ARTICLE_VERSIONS_TABLE: z.string(),
  ARTICLE_LINKS_TABLE: z.string(),
  PATTERNS_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
  KNOWLEDGE_BUCKET: z.string(),
  SEARCH_GENERATIONS_TABLE: z.string(),
  SEARCH_URL: z.string(),
  EMBEDDER: EmbedderName,
  RESOLVED_STATUSES: jsonSetting(z.array(z.string())),
  KNOWLEDGE_GROUPING: jsonSetting(KnowledgeGrouping),
  EARLY_RUNS: jsonSetting(EarlyRuns),
  JOBS_TABLE: z.string(),
  JOBS: JobsSetting,
  REWATCH_QUEUE_URL: z.url(),
});

export const handler = createHandler({
  ...watchers(env, [earlyRuns(env)]),
  again: sqsRepairQueue(sqsClient(trail), env.REWATCH_QUEUE_URL),
  kindOfTable: new Map([
    [env.CASES_TABLE, 'case'],
    [env.ARTICLES_TABLE, 'article'],
  ]),
});
