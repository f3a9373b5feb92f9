import { isDeepStrictEqual } from 'node:util';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ResourceNotFoundException,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient, TableDescription } from '@aws-sdk/client-dynamodb';
import { StartRefusal } from '../start-refusal.ts';
import type { TableProperties } from './table-properties.ts';

/** Makes the table unless it is there; adds what the template has gained since, refuses what no table can change. */
export const ensureTable = async (
  client: DynamoDBClient,
  name: string,
  table: TableProperties,
): Promise<void> => {
  const existing = await describeTable(client, name);
  if (existing === undefined) await createTable(client, name, table);
  else await updateTable(client, name, table, existing);
  await ensureExpiry(client, name, table);
};

const describeTable = async (client: DynamoDBClient, name: string): Promise<TableDescription | undefined> => {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};

const stream = (table: TableProperties) =>
  table.StreamSpecification && {
    StreamEnabled: true,
    StreamViewType: table.StreamSpecification.StreamViewType,
  };

const createTable = async (client: DynamoDBClient, name: string, table: TableProperties): Promise<void> => {
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: table.AttributeDefinitions,
      KeySchema: table.KeySchema,
      GlobalSecondaryIndexes: table.GlobalSecondaryIndexes,
      LocalSecondaryIndexes: table.LocalSecondaryIndexes,
      StreamSpecification: stream(table),
    }),
  );
};

const updateTable = async (
  client: DynamoDBClient,
  name: string,
  table: TableProperties,
  existing: TableDescription,
): Promise<void> => {
  if (!isDeepStrictEqual(existing.KeySchema, table.KeySchema)) {
    throw new StartRefusal(
      `Table ${name} has another key than the template says; remove the data directory or rename the table.`,
    );
  }
  const present = new Set(existing.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName));
  const missing = table.GlobalSecondaryIndexes?.filter(({ IndexName }) => !present.has(IndexName)) ?? [];
  for (const index of missing) {
    await client.send(
      new UpdateTableCommand({
        TableName: name,
        AttributeDefinitions: table.AttributeDefinitions,
        GlobalSecondaryIndexUpdates: [{ Create: index }],
      }),
    );
  }
  if (table.StreamSpecification && existing.StreamSpecification?.StreamEnabled !== true) {
    await client.send(new UpdateTableCommand({ TableName: name, StreamSpecification: stream(table) }));
  }
};

const ensureExpiry = async (
  client: DynamoDBClient,
  name: string,
  { TimeToLiveSpecification: wanted }: TableProperties,
): Promise<void> => {
  if (wanted?.AttributeName === undefined || !wanted.Enabled) return;
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: name }));
  if (TimeToLiveDescription?.TimeToLiveStatus === 'ENABLED') return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: name,
      TimeToLiveSpecification: { AttributeName: wanted.AttributeName, Enabled: true },
    }),
  );
};
