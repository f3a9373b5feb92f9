import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ArticleStore } from '#core/ports/article-store.ts';
import { fromArticleItem, toArticleItem } from './article-item.ts';
import { dynamoRecordStore } from './dynamo-record-store.ts';
import type { OverflowTexts } from './s3-overflow-texts.ts';

/** Articles in a DynamoDB table of their own; see dynamoRecordStore. */
export const dynamoArticleStore = (
  client: DynamoDBDocumentClient,
  table: string,
  overflow: OverflowTexts,
): ArticleStore =>
  dynamoRecordStore(client, table, overflow, {
    noun: 'article',
    toItem: toArticleItem,
    fromItem: fromArticleItem,
  });
