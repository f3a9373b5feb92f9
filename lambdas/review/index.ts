import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoArticleDesk } from '#adapters/aws/dynamo-article-desk.ts';
import { dynamoArticleLinks } from '#adapters/aws/dynamo-article-links.ts';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { dynamoPatternRows } from '#adapters/aws/dynamo-pattern-rows.ts';
import { dynamoRequestClaims } from '#adapters/aws/dynamo-request-claims.ts';
import { jsdiffTextDiff } from '#adapters/embedded/jsdiff-text-diff.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { ulidIds } from '#adapters/system/ulid-ids.ts';
import { articleStores } from '#lambdas/wiring/article-stores.ts';
import { overflowTexts } from '#lambdas/wiring/overflow-texts.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  ARTICLES_TABLE: z.string(),
  ARTICLE_VERSIONS_TABLE: z.string(),
  ARTICLE_LINKS_TABLE: z.string(),
  CASES_TABLE: z.string(),
  PATTERNS_TABLE: z.string(),
  IDEMPOTENCY_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
  MINUTES_A_CASE: z.coerce.number().min(0),
});
const client = documentClient();

export const handler = createHandler({
  ...articleStores(env),
  desk: dynamoArticleDesk(client, env.ARTICLE_VERSIONS_TABLE),
  links: dynamoArticleLinks(client, env.ARTICLE_LINKS_TABLE, systemClock),
  cases: dynamoCaseStore(client, env.CASES_TABLE, overflowTexts(env.CONTENT_BUCKET)),
  patterns: dynamoPatternRows(client, env.PATTERNS_TABLE, systemClock),
  claims: dynamoRequestClaims(client, env.IDEMPOTENCY_TABLE),
  texts: jsdiffTextDiff,
  minutesACase: env.MINUTES_A_CASE,
  clock: systemClock,
  ids: ulidIds(),
  hasher: nodeHasher,
});
