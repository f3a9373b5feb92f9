import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Hasher } from '#core/ports/hasher.ts';
import type { Feedback, FeedbackStore } from '#core/ports/feedback-store.ts';
import { queryAll } from './query-all.ts';
import { clickedKey, clicksKey, hoursBetween, keptUntil } from './stats-keys.ts';
import { transact, type TransactItems } from './transact.ts';

const Clicks = z.object({ clicks: z.int().nonnegative() });

const ABSENT = { ConditionExpression: 'attribute_not_exists(pk)' } as const;

/** Writes what is not there yet; what is there stays as it is. */
const once = async (client: DynamoDBDocumentClient, items: TransactItems): Promise<void> => {
  const result = await transact(client, items);
  if (result.written || result.codes.includes('ConditionalCheckFailed')) return;
  throw new Error(`feedback was not written: ${result.codes.join(', ')}`);
};

/** Feedback in the table of the statistics; who said what is part of the key, hashed, because ids may be long. */
export const dynamoFeedbackStore = (
  client: DynamoDBDocumentClient,
  table: string,
  hasher: Hasher,
): FeedbackStore => {
  const saying = (said: Feedback): TransactItems[number] => {
    const { tenant, principal, search, resultId, verdict, position } = said;
    const sk = `${search}#${hasher.sha256(JSON.stringify([principal, resultId, verdict]))}`;
    return {
      Put: {
        TableName: table,
        Item: {
          pk: `${tenant}#feedback`,
          sk,
          principal,
          search,
          result_id: resultId,
          verdict,
          position,
          at: said.at.toISOString(),
          expires_at: keptUntil(said.at),
        },
        ...ABSENT,
      },
    };
  };

  const firstClick = ({ tenant, search, hour, at }: Feedback): TransactItems => [
    {
      Put: {
        TableName: table,
        Item: { ...clickedKey(tenant, search), expires_at: keptUntil(at) },
        ...ABSENT,
      },
    },
    {
      Update: {
        TableName: table,
        Key: clicksKey(tenant, hour),
        UpdateExpression: 'ADD clicks :one SET expires_at = :until',
        ExpressionAttributeValues: { ':one': 1, ':until': keptUntil(at) },
      },
    },
  ];

  return {
    async record(said) {
      // Each is a transaction of its own: whoever clicks second has said something, too.
      await once(client, [saying(said)]);
      if (said.verdict === 'click' && said.counts) await once(client, firstClick(said));
    },

    async clicksBetween(tenant, from, to) {
      const query = { TableName: table, ...hoursBetween(tenant, 'clicks', from, to) };
      return (await queryAll(client, query)).reduce<number>(
        (sum, item) => sum + Clicks.parse(item).clicks,
        0,
      );
    },
  };
};
