import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Budgets, DraftKey, Reservation } from '#core/ports/budgets.ts';
import type { Clock } from '#core/ports/clock.ts';
import { names } from './names.ts';
import { transact, type TransactItems } from './transact.ts';

const LimitItem = z.object({ monthly_micro_usd: z.int().optional(), updated_at: z.string() });
const SumItem = z.object({ used_micro_usd: z.int() });
const DraftItem = z.object({
  state: z.enum(['reserved', 'settled', 'released']),
  month: z.string(),
  micro_usd: z.int(),
});

type Key = { readonly pk: string; readonly sk: string };

const limitKey = (tenant: string): Key => ({ pk: `tenant#${tenant}`, sk: 'limit' });
const monthKey = (tenant: string, month: string): Key => ({ pk: `tenant#${tenant}`, sk: `month#${month}` });
/** Of the environment: a run is one for all tenants, and only its sum stands there. */
const runKey = (run: string): Key => ({ pk: `run#${run}`, sk: 'sum' });
const draftKey = ({ tenant, run, patternId, evidence, attempt }: DraftKey): Key => ({
  pk: `tenant#${tenant}`,
  sk: ['draft', run, patternId, evidence, String(attempt)].map(encodeURIComponent).join('#'),
});

const DAY_SECONDS = 24 * 60 * 60;
/** Sums outlive the year that somebody asks about; reservations the month that they are charged to. */
const KEPT_DAYS = { sum: 400, draft: 62 };

/** Budgets in a DynamoDB table: the tenant's limit and months, runs, and a row for each draft that is paid for. */
export const dynamoBudgets = (client: DynamoDBDocumentClient, table: string, clock: Clock): Budgets => {
  const read = async (key: Key): Promise<unknown> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return Item;
  };
  const sum = async (key: Key): Promise<number> => {
    const item = await read(key);
    return item === undefined ? 0 : SumItem.parse(item).used_micro_usd;
  };
  const expiry = (days: number): number => Math.floor(clock.now().getTime() / 1000) + days * DAY_SECONDS;

  /** Adds to a sum; with `limit`, only while the sum stays within it. */
  const add = (key: Key, microUsd: number, limit?: number): TransactItems[number] => ({
    Update: {
      TableName: table,
      Key: key,
      UpdateExpression: 'ADD #used_micro_usd :added SET #expires_at = :expires_at',
      ...(limit !== undefined && {
        ConditionExpression: `${limit >= microUsd ? 'attribute_not_exists(#used_micro_usd) OR ' : ''}#used_micro_usd <= :room`,
      }),
      ExpressionAttributeNames: names('used_micro_usd', 'expires_at'),
      ExpressionAttributeValues: {
        ':added': microUsd,
        ':expires_at': expiry(KEPT_DAYS.sum),
        ...(limit !== undefined && { ':room': limit - microUsd }),
      },
    },
  });

  const put = ({ key, month, microUsd }: Reservation): TransactItems[number] => ({
    Put: {
      TableName: table,
      Item: {
        ...draftKey(key),
        state: 'reserved',
        month,
        micro_usd: microUsd,
        expires_at: expiry(KEPT_DAYS.draft),
      },
      ConditionExpression: 'attribute_not_exists(#state) OR #state = :released',
      ExpressionAttributeNames: names('state'),
      ExpressionAttributeValues: { ':released': 'released' },
    },
  });

  /** Ends a reservation once: whoever comes second finds it ended. */
  const close = async (key: DraftKey, state: 'settled' | 'released', costMicroUsd: number): Promise<void> => {
    const item = await read(draftKey(key));
    const draft = item === undefined ? undefined : DraftItem.parse(item);
    if (draft?.state !== 'reserved') return;
    const difference = costMicroUsd - draft.micro_usd;
    const end: TransactItems[number] = {
      Update: {
        TableName: table,
        Key: draftKey(key),
        UpdateExpression: 'SET #state = :state, #cost_micro_usd = :cost',
        ConditionExpression: '#state = :reserved',
        ExpressionAttributeNames: names('state', 'cost_micro_usd'),
        ExpressionAttributeValues: { ':state': state, ':cost': costMicroUsd, ':reserved': 'reserved' },
      },
    };
    const result = await transact(client, [
      end,
      add(monthKey(key.tenant, draft.month), difference),
      add(runKey(key.run), difference),
    ]);
    if (!result.written && result.codes[0] !== 'ConditionalCheckFailed') {
      throw new Error(`a reservation was not ended: ${result.codes.join(', ')}`);
    }
  };

  return {
    async limitOf(tenant) {
      const item = await read(limitKey(tenant));
      if (item === undefined) return undefined;
      const { monthly_micro_usd: monthlyMicroUsd, updated_at: updatedAt } = LimitItem.parse(item);
      return { monthlyMicroUsd, updatedAt };
    },

    async setLimit(tenant, { monthlyMicroUsd, updatedAt }) {
      const Item = { ...limitKey(tenant), monthly_micro_usd: monthlyMicroUsd, updated_at: updatedAt };
      await client.send(new PutCommand({ TableName: table, Item }));
    },

    usedBy: (tenant, month) => sum(monthKey(tenant, month)),
    usedIn: (run) => sum(runKey(run)),

    async reserve(reservation) {
      const { key, month, microUsd, monthlyLimit, runLimit } = reservation;
      const result = await transact(client, [
        put(reservation),
        add(monthKey(key.tenant, month), microUsd, monthlyLimit),
        add(runKey(key.run), microUsd, runLimit),
      ]);
      if (result.written) return { kind: 'reserved' };
      const [ofDraft, ofMonth, ofRun] = result.codes;
      if (ofDraft === 'ConditionalCheckFailed') {
        const { state } = DraftItem.parse(await read(draftKey(key)));
        // Released in between by a rival of the same draft: its run tries again.
        if (state === 'released') throw new Error('a reservation was given back while it was asked for');
        return { kind: state === 'reserved' ? 'held' : 'settled' };
      }
      if (ofMonth === 'ConditionalCheckFailed') return { kind: 'exhausted', budget: 'month' };
      if (ofRun === 'ConditionalCheckFailed') return { kind: 'exhausted', budget: 'run' };
      throw new Error(`nothing was reserved: ${result.codes.join(', ')}`);
    },

    settle: (key, costMicroUsd) => close(key, 'settled', costMicroUsd),
    release: (key) => close(key, 'released', 0),
  };
};
