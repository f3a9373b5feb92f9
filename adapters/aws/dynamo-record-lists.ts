import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Rejection } from '#contracts/import-outcome.ts';
import type { RecordList, RecordLists, RecordRow } from '#core/ports/record-lists.ts';
import { importPk } from './import-keys.ts';
import { names } from './names.ts';
import { fromOutcomeItem } from './outcome-item.ts';

const RejectionItem = z.object({
  sk: z.string(),
  entries: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(Rejection)),
});
const LastKey = z.object({ sk: z.string() });

/** Rows that one query passes over; a row of outcomes is some 20 KB. */
const ROWS_A_LOOK = 50;

/** Sort keys of a kind lie between its prefix and the next character after `#`. */
const prefixOf = (list: RecordList): string => (list === 'rejected' ? 'rejected' : 'outcome');

const toRow = (list: RecordList, item: unknown): RecordRow => {
  if (list === 'rejected') {
    const { sk, entries } = RejectionItem.parse(item);
    return { row: sk, kind: 'rejections', entries };
  }
  const { sk, outcomes } = fromOutcomeItem(item);
  return { row: sk, kind: 'outcomes', entries: outcomes };
};

/** Records of imports, from the imports table. */
export const dynamoRecordLists = (client: DynamoDBDocumentClient, table: string): RecordLists => ({
  async read(key, list, from) {
    const prefix = prefixOf(list);
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :first AND :last',
        ExpressionAttributeNames: { ...names('pk', 'sk'), ...(list === 'rejected' ? {} : names(list)) },
        ExpressionAttributeValues: {
          ':pk': importPk(key),
          ':first': from ?? `${prefix}#`,
          ':last': `${prefix}$`,
          ...(list === 'rejected' ? {} : { ':zero': 0 }),
        },
        ...(list === 'rejected' ? {} : { FilterExpression: `#${list} > :zero` }),
        Limit: ROWS_A_LOOK,
        ConsistentRead: true,
      }),
    );
    // BETWEEN takes its ends in; the key with a blank behind it is the first that comes after the last row read.
    const next = LastEvaluatedKey && `${LastKey.parse(LastEvaluatedKey).sk} `;
    return { rows: Items.map((item) => toRow(list, item)), next };
  },
});
