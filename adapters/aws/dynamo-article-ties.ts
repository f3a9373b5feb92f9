import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ArticleTies } from '#core/links/article-ties.ts';
import type { ArticleTiesStore } from '#core/ports/article-ties-store.ts';
import { articleTiesKey, caseTiesKey } from './link-keys.ts';
import { transact, type TransactItems } from './transact.ts';

const TiesItem = z.object({
  revision: z.int(),
  cites: z.array(z.string()),
  compared: z.string().optional(),
  told: z.array(z.string()),
});

const fromItem = (value: unknown): ArticleTies => {
  const { compared, ...item } = TiesItem.parse(value);
  return { ...item, compared };
};

/** The revision that is written over; none before the first. */
const revisionIs = (expected: number) =>
  expected === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'revision = :expected', ExpressionAttributeValues: { ':expected': expected } };

/** Ties of articles in the table of article links, with those of their cases in one transaction. */
export const dynamoArticleTies = (client: DynamoDBDocumentClient, table: string): ArticleTiesStore => {
  const tie = (
    tenant: string,
    articleId: string,
    caseId: string,
    isGained: boolean,
  ): TransactItems[number] => ({
    Update: {
      TableName: table,
      Key: caseTiesKey(tenant, caseId),
      UpdateExpression: isGained
        ? 'SET case_id = :case ADD rested_on :article, revision :one DELETE #before :article REMOVE expires_at'
        : 'SET case_id = :case ADD #before :article, revision :one DELETE rested_on :article REMOVE expires_at',
      ExpressionAttributeNames: { '#before': 'before' },
      ExpressionAttributeValues: { ':case': caseId, ':article': new Set([articleId]), ':one': 1 },
    },
  });

  return {
    async find(tenant, articleId) {
      const { Item: item } = await client.send(
        new GetCommand({ TableName: table, Key: articleTiesKey(tenant, articleId), ConsistentRead: true }),
      );
      return item && fromItem(item);
    },

    async write(tenant, articleId, next, { gained, lost }) {
      const Item = { ...articleTiesKey(tenant, articleId), ...next };
      const result = await transact(client, [
        { Put: { TableName: table, Item, ...revisionIs(next.revision - 1) } },
        ...gained.map((id) => tie(tenant, articleId, id, true)),
        ...lost.map((id) => tie(tenant, articleId, id, false)),
      ]);
      if (result.written) return true;
      if (result.codes[0] === 'ConditionalCheckFailed') return false;
      throw new Error(`the ties of an article were not written: ${result.codes.join(', ')}`);
    },
  };
};
