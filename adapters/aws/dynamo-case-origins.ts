import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { readCaseKey } from '#contracts/case-key.ts';
import type { CaseOrigins } from '#core/ports/case-origins.ts';
import { LIST_SHARDS, listKey } from './record-item.ts';

const Entry = z.object({ pk: z.string(), list_sort: z.string() });

/** A place: the shard, and in it the sort key after which to go on. */
const readPlace = (page: string | undefined) => {
  const [, shard = '0', sort = ''] = /^(\d+)#(.*)$/s.exec(page ?? '') ?? [];
  return { shard: Number(shard), sort };
};

/**
 * Ids of a tenant's cases from the index of the cases table, shard after shard, the longest unchanged first: a case
 * that is changed meanwhile moves to the end and is met again.
 */
export const dynamoCaseOrigins = (client: DynamoDBDocumentClient, table: string): CaseOrigins => ({
  async page(tenant, limit, after) {
    const { shard, sort } = readPlace(after);
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'by-updated',
        KeyConditionExpression: sort === '' ? 'list_key = :key' : 'list_key = :key AND list_sort > :sort',
        ExpressionAttributeValues: {
          ':key': listKey(tenant, shard),
          ...(sort !== '' && { ':sort': sort }),
        },
        Limit: limit,
      }),
    );
    const entries = z.array(Entry).parse(Items);
    const last = entries.at(-1);
    const onward = shard + 1 < LIST_SHARDS ? `${shard + 1}#` : undefined;
    return {
      ids: entries.map(({ pk }) => readCaseKey(pk).id),
      next: last ? `${shard}#${last.list_sort}` : onward,
    };
  },
});
