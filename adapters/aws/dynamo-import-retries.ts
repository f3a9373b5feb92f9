import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { FINAL } from '#core/imports/import-states.ts';
import type { ImportRetries } from '#core/ports/import-retries.ts';
import { conditionally } from './conditionally.ts';
import { ACTIVE_KEY } from './import-item.ts';
import { importKeyOf, importPk, segmentSk } from './import-keys.ts';
import { names } from './names.ts';
import { toOutcomeItem } from './outcome-item.ts';
import { transact, type TransactItems } from './transact.ts';

/** Claims of a retried segment stand in this chunk; what is written again comes behind it. */
const CLAIMS_CHUNK = 0;

/** The books of retries in the imports table. */
export const dynamoImportRetries = (client: DynamoDBDocumentClient, table: string): ImportRetries => ({
  async start(key) {
    const finals = Object.fromEntries(FINAL.map((state, index) => [`:final${index}`, state]));
    return conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: importKeyOf(key),
          UpdateExpression:
            'SET #state = :processing, #retrying = :true, #stalled_ticks = :zero, #active_key = :active REMOVE #completed_at',
          ConditionExpression: `#state IN (${Object.keys(finals).join(', ')}) AND #failed > :zero`,
          ExpressionAttributeNames: names(
            'state',
            'retrying',
            'stalled_ticks',
            'active_key',
            'completed_at',
            'failed',
          ),
          ExpressionAttributeValues: {
            ...finals,
            ':processing': 'processing',
            ':true': true,
            ':zero': 0,
            ':active': ACTIVE_KEY,
          },
        }),
      ),
    );
  },

  async takeUp(key, { segment, from, source, claims, emptied }) {
    const failed = emptied.reduce((sum, chunk) => sum + chunk.failed, 0);
    const items: TransactItems = [
      {
        Update: {
          TableName: table,
          Key: importKeyOf(key),
          UpdateExpression: 'SET #segments = :segment, #stalled_ticks = :zero ADD #failed :taken',
          ConditionExpression: '#state = :processing AND #retrying = :true AND #segments = :before',
          ExpressionAttributeNames: names('state', 'retrying', 'segments', 'stalled_ticks', 'failed'),
          ExpressionAttributeValues: {
            ':segment': segment,
            ':before': segment - 1,
            ':taken': -failed,
            ':processing': 'processing',
            ':true': true,
            ':zero': 0,
          },
        },
      },
      {
        Put: {
          TableName: table,
          Item: {
            pk: importPk(key),
            sk: segmentSk(segment),
            segment,
            state: 'waiting',
            skipped: [],
            retry_of: { segment: source.segment, lines: [...source.lines] },
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      ...emptied.map((chunk) => ({
        Put: {
          TableName: table,
          Item: toOutcomeItem(key, from, chunk),
          ConditionExpression: '#failed = :failed',
          ExpressionAttributeNames: names('failed'),
          ExpressionAttributeValues: { ':failed': chunk.failed },
        },
      })),
    ];
    if (claims.length > 0) {
      const item = toOutcomeItem(key, segment, { chunk: CLAIMS_CHUNK, outcomes: claims });
      items.push({ Put: { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } });
    }
    const result = await transact(client, items);
    if (!result.written && !result.codes.includes('ConditionalCheckFailed'))
      throw new Error(`a retry was refused: ${result.codes.join(', ')}`);
    return result.written;
  },

  async finish(key) {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: importKeyOf(key),
        UpdateExpression: 'SET #stalled_ticks = :zero REMOVE #retrying',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: names('retrying', 'stalled_ticks'),
        ExpressionAttributeValues: { ':zero': 0 },
      }),
    );
  },
});
