import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { emptyHour, type HourStats } from '#core/analytics/hour-stats.ts';
import type { SearchStats, StoredHour } from '#core/ports/search-stats.ts';
import { queryAll } from './query-all.ts';
import { countedKey, hourKey, hoursBetween, keptUntil, rememberedUntil } from './stats-keys.ts';
import { transact } from './transact.ts';

const Count = z.int().nonnegative();

const Queries = z.array(
  z.object({ query: z.string(), count: Count, zeroResults: Count, lowScores: Count, last: z.string() }),
);

const HourItem = z.object({
  hour: z.string(),
  version: Count,
  searches: Count,
  zeroResults: Count,
  lowScores: Count,
  cacheHits: Count,
  latency: z.record(z.string(), Count),
  queries: z.union([
    z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(Queries),
    // Hours that were written before the text.
    Queries,
  ]),
});

const readItem = (item: unknown): StoredHour => {
  const { version, queries, ...counts } = HourItem.parse(item);
  const byQuery = new Map(queries.map(({ query, ...stats }) => [query, stats]));
  return { version, stats: { ...counts, queries: byQuery } };
};

const writeItem = ({ stats, version }: StoredHour) => ({
  ...stats,
  version,
  // As one text: a thousand typed values would be most of the time that an hour takes to read and write.
  queries: JSON.stringify([...stats.queries].map(([query, counts]) => ({ query, ...counts }))),
});

const versionIs = (expected: number) =>
  expected === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'version = :expected', ExpressionAttributeValues: { ':expected': expected } };

/** Statistics in a DynamoDB table: a row an hour, and a row for each event that was counted, in the same transaction. */
export const dynamoSearchStats = (client: DynamoDBDocumentClient, table: string): SearchStats => ({
  async find(tenant, hour) {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: hourKey(tenant, hour), ConsistentRead: true }),
    );
    return Item ? readItem(Item) : { stats: emptyHour(hour), version: 0 };
  },

  async save(tenant, next, eventIds, now) {
    const result = await transact(client, [
      {
        Put: {
          TableName: table,
          Item: { ...hourKey(tenant, next.stats.hour), ...writeItem(next), expires_at: keptUntil(now) },
          ...versionIs(next.version - 1),
        },
      },
      ...eventIds.map((eventId) => ({
        Put: {
          TableName: table,
          Item: { ...countedKey(tenant, eventId), expires_at: rememberedUntil(now) },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      })),
    ]);
    if (result.written) return { kind: 'saved' };
    const [hour, ...marks] = result.codes;
    const counted = eventIds.filter((_, n) => marks[n] === 'ConditionalCheckFailed');
    if (counted.length > 0) return { kind: 'counted', eventIds: counted };
    if (hour === 'ConditionalCheckFailed') return { kind: 'stale' };
    throw new Error(`an hour was not saved: ${result.codes.join(', ')}`);
  },

  async between(tenant, from, to): Promise<readonly HourStats[]> {
    const query = { TableName: table, ...hoursBetween(tenant, 'hour', from, to) };
    return (await queryAll(client, query)).map((item) => readItem(item).stats);
  },
});
