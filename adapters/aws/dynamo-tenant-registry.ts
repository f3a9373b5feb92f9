import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import type { TenantRegistry } from '#core/ports/tenant-registry.ts';
import { conditionally } from './conditionally.ts';

const PARTITION = 'tenants';

/** Tenants of which one instance knows that they are registered. */
const MOST_KNOWN = 10_000;

const Items = z.array(z.object({ sk: z.string() }));

/** Tenants in the table of generations, a row each, written once. */
export const dynamoTenantRegistry = (client: DynamoDBDocumentClient, table: string): TenantRegistry => {
  const known = new LRUCache<string, true>({ max: MOST_KNOWN });
  return {
    async register(tenant) {
      if (known.has(tenant)) return;
      await conditionally(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { pk: PARTITION, sk: tenant },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      );
      known.set(tenant, true);
    },
    async list(limit, after) {
      const { Items: items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :after',
          ExpressionAttributeValues: { ':pk': PARTITION, ...(after !== undefined && { ':after': after }) },
          Limit: limit,
          ConsistentRead: true,
        }),
      );
      return Items.parse(items).map(({ sk }) => sk);
    },
  };
};
