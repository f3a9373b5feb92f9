import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { RecordWalk } from '#core/ports/record-walk.ts';
import { listKey, readListSort } from './record-item.ts';

const INDEX = 'by-updated';
const Entries = z.array(z.object({ list_sort: z.string() }));

/** A way past the records of a table by its listing index: keys only, one shard of the index a lane. */
export const dynamoRecordWalk = (client: DynamoDBDocumentClient, table: string): RecordWalk => {
  const lane = (tenant: string, shard: number) => ({
    TableName: table,
    IndexName: INDEX,
    KeyConditionExpression: 'list_key = :key',
    ExpressionAttributeValues: { ':key': listKey(tenant, shard) },
  });
  return {
    async count(tenant, shard) {
      let count = 0;
      let start: Record<string, unknown> | undefined;
      do {
        const page = await client.send(
          new QueryCommand({ ...lane(tenant, shard), Select: 'COUNT', ExclusiveStartKey: start }),
        );
        count += page.Count ?? 0;
        start = page.LastEvaluatedKey;
      } while (start !== undefined);
      return count;
    },
    async page(tenant, shard, limit, after) {
      const all = lane(tenant, shard);
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          ...all,
          ...(after !== undefined && {
            KeyConditionExpression: 'list_key = :key AND list_sort < :after',
            ExpressionAttributeValues: { ...all.ExpressionAttributeValues, ':after': after },
          }),
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      const entries = Entries.parse(Items);
      const positions = entries.map((entry) => readListSort(entry.list_sort));
      return {
        ids: positions.map(({ id }) => id),
        positions,
        next: LastEvaluatedKey && entries.at(-1)?.list_sort,
      };
    },
  };
};
