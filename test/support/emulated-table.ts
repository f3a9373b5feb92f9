import { PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterEach } from 'vitest';
import { dynamodbTable } from '#local/resources/dynamodb-table.ts';
import { sqsQueue } from '#local/resources/sqs-queue.ts';
import { startEmulatedCloud } from './emulated-cloud.ts';

type Cloud = Awaited<ReturnType<typeof startEmulatedCloud>>;
const clouds: Cloud[] = [];
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.stop();
});

const TABLE = {
  TableName: 'cases',
  AttributeDefinitions: ['pk', 'list_key', 'list_sort'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-updated',
      KeySchema: [
        { AttributeName: 'list_key', KeyType: 'HASH' },
        { AttributeName: 'list_sort', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
  TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
};

/** The table of cases in an emulator of its own, a queue for failures and a function on its stream; ends with the test. */
export const emulatedTable = async (dataDirectory?: string) => {
  const cloud = await startEmulatedCloud({ dataDirectory });
  clouds.push(cloud);
  const { attributes } = await cloud.start(dynamodbTable, 'Cases', TABLE);
  const { ref: failures } = await cloud.start(sqsQueue, 'Failures', { QueueName: 'failures' });
  const put = async (pk: string, rest: Record<string, { S: string } | { N: string }> = {}): Promise<void> => {
    await cloud.dynamodb.send(new PutItemCommand({ TableName: 'cases', Item: { pk: { S: pk }, ...rest } }));
  };
  const putMany = async (keys: readonly string[], value = '0'): Promise<void> => {
    for (let start = 0; start < keys.length; start += 100) {
      const TransactItems = keys
        .slice(start, start + 100)
        .map((pk) => ({ Put: { TableName: 'cases', Item: { pk: { S: pk }, value: { S: value } } } }));
      await cloud.dynamodb.send(new TransactWriteItemsCommand({ TransactItems }));
    }
  };
  const map = async (handler: (event: DynamoDBStreamEvent) => Promise<unknown>, properties: object = {}) => {
    cloud.functions.set('projector', handler as (event: unknown) => Promise<unknown>);
    await cloud.start(cloud.mappingType, 'Mapping', {
      EventSourceArn: attributes['StreamArn'],
      FunctionName: 'projector',
      BatchSize: 200,
      StartingPosition: 'TRIM_HORIZON',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ...properties,
    });
  };
  return { cloud, failures, put, putMany, map };
};

/** Keys of an event's rows, in order. */
export const keysOf = ({ Records }: DynamoDBStreamEvent): string[] =>
  Records.map(({ dynamodb }) => dynamodb?.Keys?.['pk']?.S ?? '');
/** So many keys of rows. */
export const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `demo#${index}`);
