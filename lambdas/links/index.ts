import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoArticleLinks } from '#adapters/aws/dynamo-article-links.ts';
import { dynamoKnowledgeBooks } from '#adapters/aws/dynamo-knowledge-books.ts';
import { dynamoPatternStore } from '#adapters/aws/dynamo-pattern-store.ts';
import { dynamoRequestClaims } from '#adapters/aws/dynamo-request-claims.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { ulidIds } from '#adapters/system/ulid-ids.ts';
import { articleStores } from '#lambdas/wiring/article-stores.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { knowledgeFiles } from '#lambdas/wiring/knowledge-files.ts';
import { openGenerations } from '#lambdas/wiring/open-generations.ts';
import { recordStores } from '#lambdas/wiring/record-stores.ts';
import { jsonSetting } from '#lambdas/shared/json-setting.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  CASES_TABLE: z.string(),
  ARTICLES_TABLE: z.string(),
  ARTICLE_VERSIONS_TABLE: z.string(),
  ARTICLE_LINKS_TABLE: z.string(),
  PATTERNS_TABLE: z.string(),
  IDEMPOTENCY_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
  KNOWLEDGE_BUCKET: z.string(),
  SEARCH_GENERATIONS_TABLE: z.string(),
  SEARCH_URL: z.string(),
  EMBEDDER: EmbedderName,
  RESOLVED_STATUSES: jsonSetting(z.array(z.string())),
  ENOUGH_REUSE: z.coerce.number().int(),
});
const dynamo = documentClient();
const clock = systemClock;

export const handler = createHandler({
  cases: recordStores(env).cases,
  articles: articleStores(env).articles,
  links: dynamoArticleLinks(dynamo, env.ARTICLE_LINKS_TABLE, clock),
  books: dynamoKnowledgeBooks(dynamo, env.ARTICLE_LINKS_TABLE, clock),
  patterns: dynamoPatternStore(dynamo, env.PATTERNS_TABLE, knowledgeFiles(env.KNOWLEDGE_BUCKET), clock),
  generations: openGenerations(dynamo, env),
  claims: dynamoRequestClaims(dynamo, env.IDEMPOTENCY_TABLE),
  clock,
  ids: ulidIds(),
  hasher: nodeHasher,
  resolvedStatuses: env.RESOLVED_STATUSES,
  enoughReuse: env.ENOUGH_REUSE,
});
