import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ImportKey, ImportRow, Upload } from '#core/imports/import-row.ts';
import type { ImportScans } from '#core/ports/import-scans.ts';
import { conditionally } from './conditionally.ts';
import { fromImportItem } from './import-item.ts';
import { importKeyOf, importPk, rejectedSk, segmentSk } from './import-keys.ts';
import { names } from './names.ts';
import { transact } from './transact.ts';

/** The import is bound to its upload, and its reading has not ended. */
const BEING_READ = '#state = :processing AND attribute_exists(#etag) AND attribute_not_exists(#segments)';
const beingReadNames = names('state', 'etag', 'segments');
const beingReadValues = { ':processing': 'processing' } as const;

const isBeingRead = (row: ImportRow | undefined): boolean =>
  row?.state === 'processing' && row.upload !== undefined && row.segments === undefined;

const boundTo = (row: ImportRow | undefined, { etag }: Upload): ImportRow | undefined =>
  row?.upload?.etag === etag ? row : undefined;

/** What the splitter notes of an import, in the imports table. */
export const dynamoImportScans = (client: DynamoDBDocumentClient, table: string): ImportScans => {
  const find = async (key: ImportKey): Promise<ImportRow | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: importKeyOf(key), ConsistentRead: true }),
    );
    return Item && fromImportItem(Item);
  };

  return {
    async begin(key, { upload, profile, startedAt }) {
      const row = await find(key);
      if (!row || row.upload) return boundTo(row, upload);
      const keepsProfile = profile === undefined || row.profileFixed;
      const update = client.send(
        new UpdateCommand({
          TableName: table,
          Key: importKeyOf(key),
          UpdateExpression:
            'SET #state = :processing, #etag = :etag, #bytes = :bytes, #started_at = :at, #profile = :profile',
          ConditionExpression: 'attribute_not_exists(#etag) AND #state IN (:awaiting, :processing)',
          ExpressionAttributeNames: names('state', 'etag', 'bytes', 'started_at', 'profile'),
          ExpressionAttributeValues: {
            ':processing': 'processing',
            ':awaiting': 'awaiting_upload',
            ':etag': upload.etag,
            ':bytes': upload.bytes,
            ':at': startedAt,
            ':profile': keepsProfile ? row.profile : profile,
          },
        }),
      );
      await conditionally(update);
      return boundTo(await find(key), upload);
    },

    async note(key, { received, rejected, scannedBytes }) {
      const update = client.send(
        new UpdateCommand({
          TableName: table,
          Key: importKeyOf(key),
          UpdateExpression:
            'SET #received = :received, #rejected = :rejected, #scanned_bytes = :bytes, #stalled_ticks = :zero',
          ConditionExpression: `${BEING_READ} AND #scanned_bytes < :bytes AND #received <= :received`,
          ExpressionAttributeNames: {
            ...beingReadNames,
            ...names('received', 'rejected', 'scanned_bytes', 'stalled_ticks'),
          },
          ExpressionAttributeValues: {
            ...beingReadValues,
            ':received': received,
            ':rejected': rejected,
            ':bytes': scannedBytes,
            ':zero': 0,
          },
        }),
      );
      // Behind another reader of the same bytes is no reason to stop; an import that is no longer read is.
      return (await conditionally(update)) || isBeingRead(await find(key));
    },

    async putRejections(key, row, entries) {
      await client.send(
        new PutCommand({
          TableName: table,
          Item: { pk: importPk(key), sk: rejectedSk(row), entries: JSON.stringify(entries) },
        }),
      );
    },

    async putSegments(key, segments) {
      const result = await transact(client, [
        {
          ConditionCheck: {
            TableName: table,
            Key: importKeyOf(key),
            ConditionExpression: BEING_READ,
            ExpressionAttributeNames: beingReadNames,
            ExpressionAttributeValues: beingReadValues,
          },
        },
        ...segments.map(({ segment, skipped }) => ({
          Put: {
            TableName: table,
            Item: {
              pk: importPk(key),
              sk: segmentSk(segment),
              segment,
              state: 'waiting',
              skipped: [...skipped],
            },
          },
        })),
      ]);
      if (!result.written && result.codes[0] !== 'ConditionalCheckFailed')
        throw new Error(`rows of segments were refused: ${result.codes.join(', ')}`);
      return result.written;
    },

    async fail(key, { received, rejected, scannedBytes, quality, failure, completedAt }) {
      return conditionally(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: importKeyOf(key),
            UpdateExpression:
              'SET #received = :received, #rejected = :rejected, #scanned_bytes = :bytes, #quality = :quality, #state = :failed, #failure = :failure, #completed_at = :at, #stalled_ticks = :zero REMOVE #active_key',
            ConditionExpression: BEING_READ,
            ExpressionAttributeNames: {
              ...beingReadNames,
              ...names('received', 'rejected', 'scanned_bytes', 'quality', 'failure', 'completed_at'),
              ...names('stalled_ticks', 'active_key'),
            },
            ExpressionAttributeValues: {
              ...beingReadValues,
              ':received': received,
              ':rejected': rejected,
              ':bytes': scannedBytes,
              ':quality': quality,
              ':failed': 'failed',
              ':failure': failure,
              ':at': completedAt,
              ':zero': 0,
            },
          }),
        ),
      );
    },

    async end(key, { received, rejected, scannedBytes, segments, quality, state }) {
      return conditionally(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: importKeyOf(key),
            UpdateExpression: `SET #received = :received, #rejected = :rejected, #scanned_bytes = :bytes, #quality = :quality, #segments = :segments, #state = :state, #stalled_ticks = :zero${state === 'needs_review' ? ' REMOVE #active_key' : ''}`,
            ConditionExpression: BEING_READ,
            ExpressionAttributeNames: {
              ...beingReadNames,
              ...names('received', 'rejected', 'scanned_bytes', 'quality', 'stalled_ticks'),
              ...(state === 'needs_review' ? names('active_key') : {}),
            },
            ExpressionAttributeValues: {
              ...beingReadValues,
              ':received': received,
              ':rejected': rejected,
              ':bytes': scannedBytes,
              ':quality': quality,
              ':segments': segments,
              ':state': state,
              ':zero': 0,
            },
          }),
        ),
      );
    },
  };
};
