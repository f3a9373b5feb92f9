import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DomainError } from '#core/domain-error.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import { articleWriteItems, type ArticleTables } from './article-write-items.ts';
import { dynamoArticleReader } from './dynamo-article-reader.ts';
import type { OverflowTexts } from './s3-overflow-texts.ts';
import { transact } from './transact.ts';

/** Articles in a DynamoDB table of their own, their versions in another, written in one transaction. */
export const dynamoArticleStore = (
  client: DynamoDBDocumentClient,
  tables: ArticleTables,
  overflow: OverflowTexts,
): ArticleStore => ({
  ...dynamoArticleReader(client, tables.articles, overflow),

  async write(writes) {
    const items = await Promise.all(writes.map((write) => articleWriteItems(write, tables, overflow)));
    const result = await transact(client, items.flat());
    if (result.written) return;
    if (result.codes.includes('ConditionalCheckFailed'))
      throw new DomainError('version_mismatch', 'the article was changed by somebody else');
    throw new Error(`articles were refused: ${result.codes.join(', ')}`);
  },
});
