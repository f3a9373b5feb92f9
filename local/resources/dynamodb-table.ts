import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { ensureTable } from '../dynamodb/ensure-table.ts';
import { TableProperties } from '../dynamodb/table-properties.ts';
import { startExpiry } from '../dynamodb/start-expiry.ts';
import type { LocalContext } from '../local-context.ts';
import { physicalName } from '../physical-name.ts';
import type { Resource, ResourceType } from '../resource-type.ts';

const Named = z.object({ TableName: z.string() });

// The emulator labels a stream by the time it was made; events carry this constant one instead.
const STREAM_LABEL = '2026-01-01T00:00:00.000';

const tableName = (resource: Resource): string => {
  const named = Named.safeParse(resource.properties);
  return named.success ? named.data.TableName : physicalName(resource, { maxLength: 255 });
};

const identify = (resource: Resource, { region, accountId }: LocalContext) => {
  const name = tableName(resource);
  const arn = `arn:aws:dynamodb:${region}:${accountId}:table/${name}`;
  return { ref: name, attributes: { Arn: arn, StreamArn: `${arn}/stream/${STREAM_LABEL}`, TableId: name } };
};

const start = async (resource: Resource, context: LocalContext) => {
  const client = new DynamoDBClient({
    endpoint: context.endpoints.dynamodb,
    region: context.region,
    credentials: context.credentials,
  });
  const table = TableProperties.parse(resource.properties);
  const name = tableName(resource);
  await ensureTable(client, name, table);
  const expiry = startExpiry(client, name, table.TimeToLiveSpecification, context);
  return {
    async stop() {
      await expiry.stop();
      client.destroy();
    },
  };
};

/** A table of DynamoDB in the emulator, with its indexes, stream and expiry. */
export const dynamodbTable: ResourceType = { type: 'AWS::DynamoDB::Table', identify, start };
