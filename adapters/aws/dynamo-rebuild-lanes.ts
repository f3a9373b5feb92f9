import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { RecordKind } from '#contracts/record-key.ts';
import type { LaneKey, RebuildLane } from '#core/generations/rebuild-lane.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { RebuildLanes } from '#core/ports/rebuild-lanes.ts';
import { conditionally } from './conditionally.ts';
import { queryAll } from './query-all.ts';

/** Lanes are looked up long after a rebuild by nobody. */
const KEPT_SECONDS = 30 * 24 * 60 * 60;

const Item = z.object({
  generation: z.int(),
  round: z.int(),
  lane: z.int(),
  place: z.object({
    step: z.enum(['count', 'walk', 'done']),
    tenant: z.string().optional(),
    kind: RecordKind.optional(),
    after: z.string().optional(),
  }),
  steps: z.int(),
  by: z.string(),
  total: z.int(),
  done: z.int(),
  stale: z.int(),
  fault: z.string().optional(),
});

const keyOf = ({ generation, round, lane }: LaneKey) => ({
  pk: `rebuild#${generation}`,
  sk: `round#${round}#lane#${lane}`,
});

/** How far a rebuild is: a row for each lane of each round, in the table of generations. */
export const dynamoRebuildLanes = (
  client: DynamoDBDocumentClient,
  table: string,
  clock: Clock,
): RebuildLanes => {
  const find = async (key: LaneKey): Promise<RebuildLane | undefined> => {
    const { Item: item } = await client.send(
      new GetCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }),
    );
    return item && Item.parse(item);
  };
  return {
    find,
    async round(generation, round) {
      const items = await queryAll(client, {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :round)',
        ExpressionAttributeValues: { ':pk': `rebuild#${generation}`, ':round': `round#${round}#` },
        ConsistentRead: true,
      });
      return z.array(Item).parse(items);
    },
    async write(lane) {
      const before = lane.steps - 1;
      const put = new PutCommand({
        TableName: table,
        Item: {
          ...keyOf(lane),
          ...lane,
          expires_at: Math.floor(clock.now().getTime() / 1_000) + KEPT_SECONDS,
        },
        ...(before === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : { ConditionExpression: 'steps = :before', ExpressionAttributeValues: { ':before': before } }),
      });
      if (await conditionally(client.send(put))) return true;
      // A try that timed out may have stood: then the SDK's next try was refused by our own step.
      const now = await find(lane);
      return now?.steps === lane.steps && now.by === lane.by;
    },
  };
};
