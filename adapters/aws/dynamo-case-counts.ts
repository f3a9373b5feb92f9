import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CaseCounts } from '#core/ports/case-counts.ts';
import { LIST_SHARDS, listKey } from './record-item.ts';

const INDEX = 'by-updated';

/**
 * Counts the entries of the list index, which holds living cases only: exact, one page of 1 MB (some 8,000 cases)
 * after the other, shards side by side. See docs/adr/0100.
 */
export const dynamoCaseCounts = (client: DynamoDBDocumentClient, table: string): CaseCounts => {
  const countShard = async (tenant: string, shard: number): Promise<number> => {
    let count = 0;
    let start: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: INDEX,
          KeyConditionExpression: 'list_key = :key',
          ExpressionAttributeValues: { ':key': listKey(tenant, shard) },
          Select: 'COUNT',
          ExclusiveStartKey: start,
        }),
      );
      count += page.Count ?? 0;
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
    return count;
  };
  return {
    async count(tenant) {
      const shards = Array.from({ length: LIST_SHARDS }, (_, shard) => countShard(tenant, shard));
      return (await Promise.all(shards)).reduce((sum, one) => sum + one, 0);
    },
  };
};
