import {
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { isActive } from '#core/imports/import-states.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import { conditionally } from './conditionally.ts';
import { ACTIVE_KEY, fromImportItem, importListSort, toImportItem } from './import-item.ts';
import { importKeyOf, readImportPk } from './import-keys.ts';
import { names } from './names.ts';
import { queryAll } from './query-all.ts';

const Key = z.object({ pk: z.string() });
const Ticks = z.object({ stalled_ticks: z.int() });

/** Imports in a DynamoDB table, each with its segments, outcomes and rejections in one partition. */
export const dynamoImportStore = (client: DynamoDBDocumentClient, table: string): ImportStore => ({
  async create(row) {
    await client.send(
      new PutCommand({
        TableName: table,
        Item: toImportItem(row),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  },

  async find(key) {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: importKeyOf(key), ConsistentRead: true }),
    );
    return Item && fromImportItem(Item);
  },

  async list(tenant, limit, after) {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'by-created',
        KeyConditionExpression: after ? '#list_key = :key AND #list_sort < :after' : '#list_key = :key',
        ExpressionAttributeNames: after ? names('list_key', 'list_sort') : names('list_key'),
        ExpressionAttributeValues: {
          ':key': tenant,
          ...(after && { ':after': importListSort(after.createdAt, after.id) }),
        },
        ScanIndexForward: false,
        Limit: limit + 1,
      }),
    );
    const rows = Items.slice(0, limit).map(fromImportItem);
    const last = rows.at(-1);
    const next = last && Items.length > limit ? { createdAt: last.createdAt, id: last.id } : undefined;
    return { rows, next };
  },

  async active() {
    const items = await queryAll(client, {
      TableName: table,
      IndexName: 'active',
      KeyConditionExpression: '#active_key = :active',
      ExpressionAttributeNames: names('active_key'),
      ExpressionAttributeValues: { ':active': ACTIVE_KEY },
    });
    return z
      .array(Key)
      .parse(items)
      .map(({ pk }) => readImportPk(pk));
  },

  async move(key, from, to, { completedAt, failure } = {}) {
    // Fields that are undefined are neither set nor named.
    const set = Object.entries({
      state: to,
      stalled_ticks: 0,
      completed_at: completedAt,
      failure,
      active_key: isActive(to) ? ACTIVE_KEY : undefined,
    }).filter(([, value]) => value !== undefined);
    const states = Object.fromEntries(from.map((state, index) => [`:from${index}`, state]));
    return conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: importKeyOf(key),
          UpdateExpression: `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}${isActive(to) ? '' : ' REMOVE #active_key'}`,
          ConditionExpression: `#state IN (${Object.keys(states).join(', ')})`,
          ExpressionAttributeNames: names('active_key', ...set.map(([name]) => name)),
          ExpressionAttributeValues: {
            ...states,
            ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
          },
        }),
      ),
    );
  },

  async advanceQueue(key, from, to) {
    return conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: importKeyOf(key),
          UpdateExpression: 'SET #queued_through = :to',
          ConditionExpression: '#queued_through = :from',
          ExpressionAttributeNames: names('queued_through'),
          ExpressionAttributeValues: { ':from': from, ':to': to },
        }),
      ),
    );
  },

  async countStalledTick(key) {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: importKeyOf(key),
        UpdateExpression: 'ADD #stalled_ticks :one',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: names('stalled_ticks'),
        ExpressionAttributeValues: { ':one': 1 },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Ticks.parse(Attributes).stalled_ticks;
  },
});
