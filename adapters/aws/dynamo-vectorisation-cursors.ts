import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { VectorisationCounts } from '#contracts/vectorisation.ts';
import type { VectorisationCursors } from '#core/ports/vectorisation-cursors.ts';
import { conditionally } from './conditionally.ts';

const KEY = { pk: 'vectorization', sk: 'cursor' } as const;

const Cursor = z.object({
  version: z.int(),
  runId: z.string(),
  startedAt: z.string(),
  phase: z.enum(['model', 'walk', 'done']),
  place: z.object({
    tenant: z.string().optional(),
    stretch: z.int().optional(),
    after: z.string().optional(),
    right: z.int().optional(),
  }),
  counts: VectorisationCounts,
});

/** How far the vectorization is: one row in the table of generations. */
export const dynamoVectorisationCursors = (
  client: DynamoDBDocumentClient,
  table: string,
): VectorisationCursors => ({
  async find() {
    const { Item: item } = await client.send(
      new GetCommand({ TableName: table, Key: KEY, ConsistentRead: true }),
    );
    return item && Cursor.parse(item);
  },

  async write(cursor) {
    const before = cursor.version - 1;
    const condition =
      before === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before } };
    return conditionally(
      client.send(new PutCommand({ TableName: table, Item: { ...KEY, ...cursor }, ...condition })),
    );
  },
});
