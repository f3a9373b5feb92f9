import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoArticleStore } from '#adapters/aws/dynamo-article-store.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import type { InProcessStack } from './in-process-stack.ts';
import { written } from './written.ts';

const INLINE = {
  put: () => Promise.reject(new Error('only short texts')),
  get: () => Promise.reject(new Error('only short texts')),
};

/** Writes a short article into a stack, as the job that makes knowledge would. */
export const putArticle = async (
  { emulators, region, credentials }: InProcessStack,
  row: LivingArticle,
  expected = 0,
): Promise<void> => {
  const plain = new DynamoDBClient({ endpoint: emulators.dynamodb, region, credentials });
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  const { TableNames = [] } = await plain.send(new ListTablesCommand({}));
  const named = (part: string) => TableNames.find((name) => name.includes(part)) ?? `no table ${part}`;
  const tables = { articles: named('Articles'), versions: named('ArticleVersions') };
  await dynamoArticleStore(client, tables, INLINE).write(written(row, expected));
  plain.destroy();
};
