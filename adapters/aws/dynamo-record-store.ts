import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DomainError } from '#core/domain-error.ts';
import type { RecordStore } from '#core/ports/record-store.ts';
import type { LivingRow, Tombstone } from '#core/records/stored-row.ts';
import { caseCondition } from './case-condition.ts';
import { dynamoRecordReader, type ReadRecordItem } from './dynamo-record-reader.ts';
import type { OverflowTexts } from './s3-overflow-texts.ts';

/** How rows of one kind become items and items rows, and what refusals call them. */
export type RecordItems<Row extends LivingRow> = {
  readonly noun: string;
  readonly toItem: (row: Row | Tombstone, overflow: OverflowTexts) => Promise<Record<string, unknown>>;
  readonly fromItem: ReadRecordItem<Row>;
};

/** Records in a DynamoDB table, each written by itself; see dynamoRecordReader. */
export const dynamoRecordStore = <Row extends LivingRow>(
  client: DynamoDBDocumentClient,
  table: string,
  overflow: OverflowTexts,
  { noun, toItem, fromItem }: RecordItems<Row>,
): RecordStore<Row> => ({
  ...dynamoRecordReader(client, table, overflow, fromItem),

  async write(row, expected) {
    const Item = await toItem(row, overflow);
    try {
      await client.send(new PutCommand({ TableName: table, Item, ...caseCondition(expected) }));
    } catch (cause) {
      if (!(cause instanceof ConditionalCheckFailedException)) throw cause;
      throw new DomainError('version_mismatch', `the ${noun} was changed by somebody else`, { cause });
    }
  },
});
