import { GetCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { currentGroup } from '#core/knowledge/current-group.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';
import { batchPut } from './batch-put.ts';
import { dynamoPatternRows } from './dynamo-pattern-rows.ts';
import { goneFrom } from './gone-from.ts';
import { fromPatternItem, PATTERN_PREFIX, patternKey, PLACE_PREFIX, placeKey } from './pattern-item.ts';
import { queryAll } from './query-all.ts';

const Place = z.object({ sk: z.string(), pattern: z.string().optional() });
const LastKey = z.object({ sk: z.string() });

const begin = (tenant: string, prefix: string) => ({
  KeyConditionExpression: 'pk = :tenant AND begins_with(sk, :prefix)',
  ExpressionAttributeValues: { ':tenant': tenant, ':prefix': prefix },
  ConsistentRead: true,
});

/** Patterns and the places of their cases in a DynamoDB table, in the partition of their tenant; lists of cases in files. */
export const dynamoPatternStore = (
  client: DynamoDBDocumentClient,
  table: string,
  files: KnowledgeFiles,
  clock: Clock,
): PatternStore => {
  const rows = dynamoPatternRows(client, table, clock);
  const caseIds: PatternStore['caseIds'] = async (tenant, id) => {
    const current = await currentGroup(() => rows.find(tenant, id), files);
    return current?.group?.case_ids ?? [];
  };
  return {
    ...rows,
    caseIds,

    async list(tenant, limit, after) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          ...begin(tenant, PATTERN_PREFIX),
          ExclusiveStartKey: after === undefined ? undefined : patternKey(tenant, after),
          Limit: limit,
        }),
      );
      return {
        patterns: Items.flatMap((item) => fromPatternItem(item) ?? []),
        next: LastEvaluatedKey && LastKey.parse(LastEvaluatedKey).sk.slice(PATTERN_PREFIX.length),
      };
    },

    async ofCase(tenant, caseId) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: placeKey(tenant, caseId), ConsistentRead: true }),
      );
      const id = Item && Place.parse(Item).pattern;
      // A run that crashed may have placed a case where no pattern lists it.
      return id !== undefined && (await caseIds(tenant, id)).includes(caseId) ? id : undefined;
    },

    async places(tenant) {
      const items = await queryAll(client, { TableName: table, ...begin(tenant, PLACE_PREFIX) });
      return new Map(
        z
          .array(Place)
          .parse(items)
          .flatMap(({ sk, pattern }) =>
            pattern === undefined ? [] : [[sk.slice(PLACE_PREFIX.length), pattern]],
          ),
      );
    },

    place: (tenant, places) =>
      batchPut(
        client,
        table,
        [...places].map(([caseId, pattern]) => ({
          ...placeKey(tenant, caseId),
          ...(pattern === undefined ? { expires_at: goneFrom(clock) } : { pattern }),
        })),
      ),
  };
};
