import { setTimeout as sleep } from 'node:timers/promises';
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DescribeTableCommand,
  paginateScan,
} from '@aws-sdk/client-dynamodb';
import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { LocalContext } from '../local-context.ts';
import type { Running } from '../resource-type.ts';
import type { TableProperties } from './table-properties.ts';

// DynamoDB promises expiry "within a few days"; a scan an hour is quick enough and costs little.
const PERIOD_MS = 3_600_000;
const PAGE = 500;
const PAUSE_MS = 50;

/** Removes expired rows at the start and every hour, since the emulator does not. */
export const startExpiry = (
  client: DynamoDBClient,
  tableName: string,
  specification: TableProperties['TimeToLiveSpecification'],
  context: Pick<LocalContext, 'now' | 'log'>,
): Running => {
  const attribute = specification?.Enabled === true ? specification.AttributeName : undefined;
  if (attribute === undefined) return { stop: async () => undefined };
  const stopping = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await expireRows(client, tableName, attribute, context.now(), stopping.signal);
      await sleep(PERIOD_MS, undefined, { signal: stopping.signal, ref: false });
    }
  };
  const ended = loop().catch((error: unknown) => {
    if (!stopping.signal.aborted) context.log('dynamodb', `expiry of ${tableName} stopped: ${String(error)}`);
  });
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
};

/** Deletes the rows whose expiry attribute, in seconds since 1970, has passed; answers how many. */
export const expireRows = async (
  client: DynamoDBClient,
  tableName: string,
  attribute: string,
  now: Date,
  signal?: AbortSignal,
): Promise<number> => {
  let deleted = 0;
  const pages = paginateScan(
    { client, pageSize: PAGE },
    {
      TableName: tableName,
      FilterExpression: '#expiry <= :now',
      ExpressionAttributeNames: { '#expiry': attribute },
      ExpressionAttributeValues: { ':now': { N: String(Math.floor(now.getTime() / 1000)) } },
    },
  );
  const keyNames = await keyAttributes(client, tableName);
  for await (const { Items } of pages) {
    for (const item of Items ?? []) {
      deleted += await deleteUnchanged(client, tableName, attribute, item, keyNames);
    }
    await sleep(PAUSE_MS, undefined, { signal });
  }
  return deleted;
};

const keyAttributes = async (client: DynamoDBClient, tableName: string): Promise<readonly string[]> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  return (Table?.KeySchema ?? []).flatMap(({ AttributeName }) => AttributeName ?? []);
};

const deleteUnchanged = async (
  client: DynamoDBClient,
  tableName: string,
  attribute: string,
  item: Record<string, AttributeValue>,
  keyNames: readonly string[],
): Promise<number> => {
  const expiry = item[attribute];
  if (expiry === undefined) return 0;
  try {
    await client.send(
      new DeleteItemCommand({
        TableName: tableName,
        Key: Object.fromEntries(Object.entries(item).filter(([name]) => keyNames.includes(name))),
        ConditionExpression: '#expiry = :seen',
        ExpressionAttributeNames: { '#expiry': attribute },
        ExpressionAttributeValues: { ':seen': expiry },
      }),
    );
    return 1;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 0;
    throw error;
  }
};
