import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CaseStore } from '#core/ports/case-store.ts';
import { fromCaseItem, toCaseItem } from './case-item.ts';
import { dynamoRecordStore } from './dynamo-record-store.ts';
import type { OverflowTexts } from './s3-overflow-texts.ts';

/** Cases in a DynamoDB table; see dynamoRecordStore. */
export const dynamoCaseStore = (
  client: DynamoDBDocumentClient,
  table: string,
  overflow: OverflowTexts,
): CaseStore =>
  dynamoRecordStore(client, table, overflow, { noun: 'case', toItem: toCaseItem, fromItem: fromCaseItem });
