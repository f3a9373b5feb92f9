import { createHash } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EventChange, EventJournal } from '#core/ports/event-journal.ts';
import { type ArticleTables, articleWriteItems } from './article-write-items.ts';
import { caseCondition } from './case-condition.ts';
import { toCaseItem } from './case-item.ts';
import type { OverflowTexts } from './s3-overflow-texts.ts';
import { transact, type TransactItems } from './transact.ts';

/** Where events that are done, cases and articles are. */
export type EventTables = ArticleTables & { readonly events: string; readonly cases: string };

/** Ids of senders may be of any text, so the row's key is their hash; it begins with the tenant. */
const pkOf = (tenant: string, eventId: string): string =>
  `${tenant}#event#${createHash('sha256').update(eventId).digest('hex')}`;

/** The parts of the transaction that write the row of a change, which is the first of them. */
const putsOf = async (
  change: EventChange,
  tables: EventTables,
  overflow: OverflowTexts,
): Promise<TransactItems> => {
  if (change.kind === 'article') return articleWriteItems(change, tables, overflow);
  const Item = await toCaseItem(change.row, overflow);
  return [{ Put: { TableName: tables.cases, Item, ...caseCondition(change.expected) } }];
};

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
    const result = await transact(client, [known, ...(change ? await putsOf(change, tables, overflow) : [])]);
    if (result.written) return 'committed';
    const [event, row] = result.codes;
    if (event === 'ConditionalCheckFailed') return 'duplicate';
    if (row === 'ConditionalCheckFailed') return 'stale';
    throw new Error(`an event was refused: ${result.codes.join(', ')}`);
  },
});
