import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Clock } from '#core/ports/clock.ts';
import type { ResolvedCounts } from '#core/ports/resolved-counts.ts';

const Window = z.object({ window: z.int(), since: z.string() });
const Cases = z.object({ cases: z.set(z.string()) });

/** Nobody adds to a window that a grouping has ended. */
const KEPT_SECONDS = 7 * 24 * 60 * 60;

const windowKey = (tenant: string) => ({ pk: tenant, sk: 'resolved' });
const casesKey = ({ tenant, category, window }: { tenant: string; category: string; window: number }) => ({
  pk: tenant,
  sk: `resolved#${window}#${category}`,
});

/** Cases that were solved since the last grouping, in the table of the patterns: a set of ids for each window and category. */
export const dynamoResolvedCounts = (
  client: DynamoDBDocumentClient,
  table: string,
  clock: Clock,
): ResolvedCounts => {
  const held = async (key: Readonly<Record<string, string>>): Promise<number> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return Item === undefined ? 0 : Cases.parse(Item).cases.size;
  };

  return {
    async window(tenant) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: windowKey(tenant), ConsistentRead: true }),
      );
      if (Item === undefined) return { number: 0, since: undefined };
      const { window: number, since } = Window.parse(Item);
      return { number, since };
    },

    async begin(tenant, since) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: windowKey(tenant),
          UpdateExpression: 'SET since = :since ADD #window :one',
          ExpressionAttributeNames: { '#window': 'window' },
          ExpressionAttributeValues: { ':since': since, ':one': 1 },
        }),
      );
    },

    async add(at, caseIds, enough) {
      const key = casesKey(at);
      try {
        const { Attributes } = await client.send(
          new UpdateCommand({
            TableName: table,
            Key: key,
            // A set knows each case once, so that a change that is told again changes nothing.
            UpdateExpression: 'SET expires_at = :at ADD cases :cases',
            ConditionExpression: 'attribute_not_exists(cases) OR size(cases) < :enough',
            ExpressionAttributeValues: {
              ':cases': new Set(caseIds),
              ':enough': enough,
              ':at': Math.floor(clock.now().getTime() / 1_000) + KEPT_SECONDS,
            },
            ReturnValues: 'ALL_NEW',
          }),
        );
        return Cases.parse(Attributes).cases.size;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return held(key);
        throw error;
      }
    },
  };
};
