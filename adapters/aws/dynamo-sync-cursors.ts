import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { SyncCounts } from '#contracts/case-sync.ts';
import type { SyncCursors } from '#core/ports/sync-cursors.ts';
import { NO_TALLY, PHASES, type SyncCursor } from '#core/sync/sync-cursor.ts';
import { conditionally } from './conditionally.ts';
import { cursorKey } from './source-keys.ts';

const Stream = z.enum(['cases', 'feed', 'comments']);
const ByStream = z.partialRecord(Stream, z.string());

const Cursor = z.object({
  born: z.string(),
  fingerprint: z.string(),
  runId: z.string(),
  sweep: z.boolean(),
  sweptOn: z.string().optional(),
  phase: z.enum([...PHASES, 'done']),
  since: z.string(),
  position: z.object({ time: z.string(), id: z.string().optional() }).optional(),
  page: z.string().optional(),
  marks: ByStream,
  slice: z.int(),
  epoch: z.int(),
  open: z.array(
    z.object({
      id: z.string(),
      epoch: z.int(),
      from: z.object({ stream: Stream, time: z.string() }).optional(),
    }),
  ),
  rewinds: ByStream,
  rewound: z.boolean(),
  tally: z.object({ ours: z.int(), lost: z.int() }).default(NO_TALLY),
  allowDeletions: z.boolean().default(false),
  counts: SyncCounts,
});

const Row = z.object({ pk: z.string(), version: z.int(), cursor: z.string() });

/** The cursor of an item; what it says stands in one text, for it is only ever read and written whole. */
const fromItem = (value: unknown): SyncCursor => {
  const { pk: tenant, version, cursor } = Row.parse(value);
  const said = Cursor.parse(JSON.parse(cursor));
  return {
    ...said,
    tenant,
    version,
    sweptOn: said.sweptOn,
    position: said.position,
    page: said.page,
    open: said.open.map(({ id, epoch, from }) => ({ id, epoch, from })),
  };
};

/** Cursors of the case sync in a DynamoDB table, one row a tenant. */
export const dynamoSyncCursors = (client: DynamoDBDocumentClient, table: string): SyncCursors => ({
  async find(tenant) {
    const { Item: item } = await client.send(
      new GetCommand({ TableName: table, Key: cursorKey(tenant), ConsistentRead: true }),
    );
    return item && fromItem(item);
  },

  async write({ tenant, version, ...said }) {
    const condition =
      version === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version - 1 } };
    const Item = { ...cursorKey(tenant), version, cursor: JSON.stringify(said) };
    return conditionally(client.send(new PutCommand({ TableName: table, Item, ...condition })));
  },
});
