import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { BreakerName } from '#contracts/breaker.ts';
import { CLOSED } from '#core/breakers/breaker-state.ts';
import type { BreakerStore } from '#core/ports/breaker-store.ts';
import { caseCondition } from './case-condition.ts';
import { conditionally } from './conditionally.ts';

const State = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('closed'), failures: z.int() }),
  z.object({ phase: z.literal('open'), since: z.number(), until: z.number() }),
  z.object({ phase: z.literal('half_open'), since: z.number(), successes: z.int() }),
]);
const Item = z.object({ state: State, paused: z.boolean(), version: z.int() });

/** Of the whole environment: a breaker belongs to no tenant. */
const pkOf = (name: BreakerName): string => `breaker#${name}`;

/** Breakers in a DynamoDB table, a row each. */
export const dynamoBreakerStore = (client: DynamoDBDocumentClient, table: string): BreakerStore => ({
  async find(name) {
    const { Item: item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk: pkOf(name) }, ConsistentRead: true }),
    );
    return item ? { name, ...Item.parse(item) } : { name, state: CLOSED, paused: false, version: 0 };
  },

  write: ({ name, state, paused, version }) =>
    conditionally(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { pk: pkOf(name), state, paused, version: version + 1 },
          ...caseCondition(version),
        }),
      ),
    ),
});
