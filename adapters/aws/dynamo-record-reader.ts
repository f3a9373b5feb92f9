import { GetCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { readCaseKey, writeCaseKey } from '#contracts/case-key.ts';
import type { ListPosition, RecordReader } from '#core/ports/record-store.ts';
import type { LivingRow, Tombstone } from '#core/records/stored-row.ts';
import { batchGet } from './batch-get.ts';
import { LIST_SHARDS, listKey, listSort, readListSort } from './record-item.ts';
import type { OverflowTexts } from './s3-overflow-texts.ts';

const INDEX = 'by-updated';
const ListEntry = z.object({ pk: z.string(), list_sort: z.string() });

/** How items of one kind become rows. */
export type ReadRecordItem<Row extends LivingRow> = (
  item: unknown,
  overflow: OverflowTexts,
) => Promise<Row | Tombstone>;

/** Records in a DynamoDB table, keyed `tenant#id`, listed by an index of keys whose rows are read strongly. */
export const dynamoRecordReader = <Row extends LivingRow>(
  client: DynamoDBDocumentClient,
  table: string,
  overflow: OverflowTexts,
  fromItem: ReadRecordItem<Row>,
): RecordReader<Row> => {
  const findMany = async (
    tenant: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Row | Tombstone>> => {
    const keys = [...new Set(ids)].map((id) => ({ pk: writeCaseKey({ tenant, id }) }));
    const items = await batchGet(client, table, keys);
    const rows = await Promise.all(items.map((item) => fromItem(item, overflow)));
    return new Map(rows.map((row) => [row.id, row]));
  };

  const listShard = async (tenant: string, shard: number, limit: number, after: ListPosition | undefined) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: INDEX,
        KeyConditionExpression: after ? 'list_key = :key AND list_sort < :after' : 'list_key = :key',
        ExpressionAttributeValues: {
          ':key': listKey(tenant, shard),
          ...(after && { ':after': listSort(after.updatedAt, after.id) }),
        },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return z.array(ListEntry).parse(Items);
  };

  return {
    async find(tenant, id) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { pk: writeCaseKey({ tenant, id }) }, ConsistentRead: true }),
      );
      return Item && fromItem(Item, overflow);
    },

    findMany,

    async list(tenant, limit, after) {
      const shards = Array.from({ length: LIST_SHARDS }, (_, shard) =>
        listShard(tenant, shard, limit + 1, after),
      );
      const entries = (await Promise.all(shards))
        .flat()
        .toSorted((a, b) => (a.list_sort < b.list_sort ? 1 : -1));
      const page = entries.slice(0, limit);
      const ids = page.map(({ pk }) => readCaseKey(pk).id);
      const rows = await findMany(tenant, ids);
      const last = page.at(-1);
      return {
        rows: ids
          .map((id) => rows.get(id))
          .filter((row) => row !== undefined)
          .filter((row) => !row.deleted),
        next: last && entries.length > limit ? readListSort(last.list_sort) : undefined,
      };
    },
  };
};
