import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ArticleReader } from '#core/ports/article-store.ts';
import { fromArticleItem } from './article-item.ts';
import { dynamoRecordReader } from './dynamo-record-reader.ts';
import type { OverflowTexts } from './s3-overflow-texts.ts';

/** Articles in a DynamoDB table of their own, to be read; see dynamoRecordReader. */
export const dynamoArticleReader = (
  client: DynamoDBDocumentClient,
  table: string,
  overflow: OverflowTexts,
): ArticleReader => dynamoRecordReader(client, table, overflow, fromArticleItem);
