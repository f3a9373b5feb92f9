import * as z from 'zod';
import { jsonSetting } from '#lambdas/shared/json-setting.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
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
});

export const handler = createHandler(watchers(env));
