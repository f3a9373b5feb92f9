import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EventChange, EventJournal } from '#core/ports/event-journal.ts';
import { toArticleItem } from './article-item.ts';
import { caseCondition } from './case-condition.ts';
import { toCaseItem } from './case-item.ts';
import type { OverflowTexts } from './s3-overflow-texts.ts';
import { transact } from './transact.ts';

/** Where events that are done, cases and articles are. */
export type EventTables = { readonly events: string; readonly cases: string; readonly articles: string };

/** Ids of senders may be of any text, so the row's key is their hash; it begins with the tenant. */
const pkOf = (tenant: string, eventId: string): string =>
  `${tenant}#event#${createHash('sha256').update(eventId).digest('hex')}`;

const putOf = async (change: EventChange, tables: EventTables, overflow: OverflowTexts) => ({
  Put: {
    TableName: change.kind === 'case' ? tables.cases : tables.articles,
    Item: await (change.kind === 'case'
      ? toCaseItem(change.row, overflow)
      : toArticleItem(change.row, overflow)),
    ...caseCondition(change.expected),
  },
});

/** Events in the table of requests that are done once, each in one transaction with the row that it makes. */
export const dynamoEventJournal = (
  client: DynamoDBDocumentClient,
  tables: EventTables,
  overflow: OverflowTexts,
): EventJournal => ({
  async commit({ tenant, eventId, now, until, change }) {
    const known = {
      Put: {
        TableName: tables.events,
        Item: {
          pk: pkOf(tenant, eventId),
          held_until: until,
          expires_at: Math.ceil(until / 1_000),
        },
        // Rows past their time are deleted late.
        ConditionExpression: 'attribute_not_exists(pk) OR held_until <= :now',
        ExpressionAttributeValues: { ':now': now },
      },
    };
    const result = await transact(client, [
      known,
      ...(change ? [await putOf(change, tables, overflow)] : []),
    ]);
    if (result.written) return 'committed';
    const [event, row] = result.codes;
    if (event === 'ConditionalCheckFailed') return 'duplicate';
    if (row === 'ConditionalCheckFailed') return 'stale';
    throw new Error(`an event was refused: ${result.codes.join(', ')}`);
  },
});
