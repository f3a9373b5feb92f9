import { GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ImportKey } from '#core/imports/import-row.ts';
import type { SegmentLedger, SegmentRow, SegmentState } from '#core/ports/segment-ledger.ts';
import { conditionally } from './conditionally.ts';
import { importKeyOf, importPk, outcomesOf, segmentSk } from './import-keys.ts';
import { names } from './names.ts';
import { fromOutcomeItem, toOutcomeItem } from './outcome-item.ts';
import { queryAll } from './query-all.ts';
import { transact } from './transact.ts';

const Item = z.object({
  segment: z.int(),
  state: z.enum(['waiting', 'worked', 'verified']),
  skipped: z.array(z.int()),
  verify_attempt: z.int().default(0),
  retry_of: z.object({ segment: z.int(), lines: z.array(z.int()) }).optional(),
});

const fromItem = (value: unknown): SegmentRow => {
  const { verify_attempt: verifyAttempt, retry_of: retryOf, ...row } = Item.parse(value);
  return { ...row, verifyAttempt, ...(retryOf && { retryOf }) };
};

/** The part of a transaction that moves a segment from one state to the next. */
const moveSegment = (
  table: string,
  key: ImportKey,
  segment: number,
  from: SegmentState,
  to: SegmentState,
) => ({
  Update: {
    TableName: table,
    Key: { pk: importPk(key), sk: segmentSk(segment) },
    UpdateExpression: 'SET #state = :to',
    ConditionExpression: '#state = :from',
    ExpressionAttributeNames: names('state'),
    ExpressionAttributeValues: { ':from': from, ':to': to },
  },
});

/** The part of a transaction that adds to an import which has not ended. */
const addToImport = (table: string, key: ImportKey, added: Readonly<Record<string, number>>) => ({
  Update: {
    TableName: table,
    Key: importKeyOf(key),
    UpdateExpression: `ADD ${Object.keys(added)
      .map((name) => `#${name} :${name}`)
      .join(', ')} SET #stalled_ticks = :zero`,
    ConditionExpression: '#state IN (:processing, :verifying)',
    ExpressionAttributeNames: names('state', 'stalled_ticks', ...Object.keys(added)),
    ExpressionAttributeValues: {
      ':processing': 'processing',
      ':verifying': 'verifying',
      ':zero': 0,
      ...Object.fromEntries(Object.entries(added).map(([name, value]) => [`:${name}`, value])),
    },
  },
});

/** Refused conditions are an answer; any other reason is a fault. */
const expectCondition = (codes: readonly string[]): void => {
  if (!codes.includes('ConditionalCheckFailed'))
    throw new Error(`the books were refused: ${codes.join(', ')}`);
};

/** The books of segments in the imports table. */
export const dynamoSegmentLedger = (client: DynamoDBDocumentClient, table: string): SegmentLedger => ({
  async find(key, segment) {
    const { Item: item } = await client.send(
      new GetCommand({
        TableName: table,
        Key: { pk: importPk(key), sk: segmentSk(segment) },
        ConsistentRead: true,
      }),
    );
    return item && fromItem(item);
  },

  async open(key, through, limit) {
    const items = await queryAll(
      client,
      {
        TableName: table,
        KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :first AND :last',
        FilterExpression: '#state <> :verified',
        ExpressionAttributeNames: names('pk', 'sk', 'state'),
        ExpressionAttributeValues: {
          ':pk': importPk(key),
          ':first': segmentSk(0),
          ':last': segmentSk(through),
          ':verified': 'verified',
        },
        ConsistentRead: true,
      },
      limit,
    );
    return items.map(fromItem);
  },

  async outcomes(key, segment) {
    const items = await queryAll(client, {
      TableName: table,
      KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :prefix)',
      ExpressionAttributeNames: names('pk', 'sk'),
      ExpressionAttributeValues: { ':pk': importPk(key), ':prefix': outcomesOf(segment) },
      ConsistentRead: true,
    });
    return items.map(fromOutcomeItem);
  },

  async markWorked(key, segment) {
    const result = await transact(client, [
      moveSegment(table, key, segment, 'waiting', 'worked'),
      addToImport(table, key, { worked_segments: 1 }),
    ]);
    if (!result.written) expectCondition(result.codes);
    return result.written;
  },

  async promiseAttempt(key, segment, attempt) {
    return conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: importPk(key), sk: segmentSk(segment) },
          UpdateExpression: 'SET #verify_attempt = :attempt',
          ConditionExpression:
            '#state = :worked AND (attribute_not_exists(#verify_attempt) OR #verify_attempt < :attempt)',
          ExpressionAttributeNames: names('state', 'verify_attempt'),
          ExpressionAttributeValues: { ':worked': 'worked', ':attempt': attempt },
        }),
      ),
    );
  },

  async markVerified(key, segment, { counts, changed }) {
    const result = await transact(client, [
      moveSegment(table, key, segment, 'worked', 'verified'),
      addToImport(table, key, { verified_segments: 1, ...counts }),
      ...changed.map((chunk) => ({ Put: { TableName: table, Item: toOutcomeItem(key, segment, chunk) } })),
    ]);
    if (!result.written) expectCondition(result.codes);
    return result.written;
  },
});
