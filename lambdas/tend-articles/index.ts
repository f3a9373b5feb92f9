import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoArticleDesk } from '#adapters/aws/dynamo-article-desk.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { articleStores } from '#lambdas/wiring/article-stores.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  ARTICLES_TABLE: z.string(),
  ARTICLE_VERSIONS_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
});

export const handler = createHandler({
  ...articleStores(env),
  desk: dynamoArticleDesk(documentClient(), env.ARTICLE_VERSIONS_TABLE),
  clock: systemClock,
  hasher: nodeHasher,
});
