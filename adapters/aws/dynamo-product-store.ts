import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Clock } from '#core/ports/clock.ts';
import type { Product, ProductStore } from '#core/ports/product-store.ts';
import { batchGet } from './batch-get.ts';
import { PRODUCT_PREFIX, productKey } from './source-keys.ts';

const Row = z.object({
  pk: z.string(),
  sk: z.string(),
  name: z.string(),
  parent_id: z.string().optional(),
  gone: z.literal(true).optional(),
});

const idOf = (sk: string): string => sk.slice(PRODUCT_PREFIX.length);

/** The product of an item; undefined for one that was taken away and waits for its expiry. */
const fromItem = (value: unknown): Product[] => {
  const { pk: tenant, sk, name, parent_id: parentId, gone } = Row.parse(value);
  return gone ? [] : [{ tenant, id: idOf(sk), name, parentId }];
};

/** Products in a DynamoDB table, in the partition of their tenant; what is taken away expires at once. */
export const dynamoProductStore = (
  client: DynamoDBDocumentClient,
  table: string,
  clock: Clock,
): ProductStore => ({
  async findMany(tenant, ids) {
    const keys = [...new Set(ids)].map((id) => productKey(tenant, id));
    const rows = (await batchGet(client, table, keys)).flatMap(fromItem);
    return new Map(rows.map((row) => [row.id, row]));
  },

  async put({ tenant, id, name, parentId }) {
    const Item = { ...productKey(tenant, id), name, parent_id: parentId };
    await client.send(new PutCommand({ TableName: table, Item }));
  },

  async remove(tenant, id) {
    // No function of ours may delete rows; DynamoDB removes what has expired.
    const expires_at = Math.floor(clock.now().getTime() / 1_000);
    const Item = { ...productKey(tenant, id), name: '', gone: true, expires_at };
    await client.send(new PutCommand({ TableName: table, Item }));
  },

  async list(tenant, limit, after) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :tenant AND begins_with(sk, :product)',
        ExpressionAttributeValues: { ':tenant': tenant, ':product': PRODUCT_PREFIX },
        ExclusiveStartKey: after === undefined ? undefined : productKey(tenant, after),
        ConsistentRead: true,
        Limit: limit,
      }),
    );
    const last = LastEvaluatedKey && z.object({ sk: z.string() }).parse(LastEvaluatedKey);
    return { rows: Items.flatMap(fromItem), next: last && idOf(last.sk) };
  },
});
