import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { readCaseKey, writeCaseKey } from '#contracts/case-key.ts';
import type { ArticleDesk, DueArticle, QueueQuery } from '#core/ports/article-desk.ts';
import { placeId } from './article-desk-item.ts';

const QUEUE = 'by-review';
const TENDING = 'by-tending';

const Entry = z.object({ pk: z.string(), review_rank: z.string() });
const Due = z.object({ pk: z.string(), version: z.int(), review_since: z.string().optional() });

/** Rows of the queue that one query passes over when it filters. */
const ROWS_A_LOOK = 250;

const keysOf = (items: readonly z.infer<typeof Due>[]): readonly DueArticle[] =>
  items.map(({ pk, version }) => ({ ...readCaseKey(pk), version }));

/** What of the queue is asked for, as DynamoDB says it; without an expression all of it is. */
const filterOf = ({ reason, category }: Pick<QueueQuery, 'reason' | 'category'>) => {
  const parts = [
    ...(reason === undefined ? [] : ['contains(review_reasons, :reason)']),
    ...(category === undefined ? [] : ['review_category = :category']),
  ];
  return {
    expression: parts.length > 0 ? { FilterExpression: parts.join(' AND ') } : undefined,
    values: {
      ...(reason !== undefined && { ':reason': reason }),
      ...(category !== undefined && { ':category': category }),
    },
  };
};

/** The desk of articles, from the sparse indexes of the table of versions. */
export const dynamoArticleDesk = (client: DynamoDBDocumentClient, table: string): ArticleDesk => {
  const due = async (key: string, by: string, limit: number) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: TENDING,
        KeyConditionExpression: 'tend_key = :key AND tend_at <= :by',
        ExpressionAttributeValues: { ':key': key, ':by': by },
        Limit: limit,
      }),
    );
    return z.array(Due).parse(Items);
  };

  return {
    async queue(tenant, { limit, after, ...wanted }) {
      const filter = filterOf(wanted);
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: QUEUE,
          KeyConditionExpression: 'review_key = :tenant',
          ...filter.expression,
          ExpressionAttributeValues: { ':tenant': tenant, ...filter.values },
          ScanIndexForward: false,
          ExclusiveStartKey: after === undefined ? undefined : startKey(tenant, after),
          Limit: filter.expression ? ROWS_A_LOOK : limit,
        }),
      );
      const found = z.array(Entry).parse(Items);
      const entries = found
        .slice(0, limit)
        .map(({ pk, review_rank: place }) => ({ id: readCaseKey(pk).id, place }));
      const last = LastEvaluatedKey && Entry.parse(LastEvaluatedKey).review_rank;
      return { entries, next: found.length > limit ? entries.at(-1)?.place : last };
    },

    expired: async (by, limit) => keysOf(await due('drafts', by, limit)),

    // Times are ISO 8601: the tilde sorts behind them all.
    unerased: async (limit) => keysOf(await due('erase', '~', limit)),

    async oldestReview() {
      const firsts = await Promise.all([due('drafts', '~', 1), due('reviews', '~', 1)]);
      return firsts
        .flat()
        .flatMap(({ review_since: since }) => (since === undefined ? [] : [since]))
        .toSorted()
        .at(0);
    },
  };
};

/** The key of an entry by its place, which holds its id. */
const startKey = (tenant: string, place: string) => ({
  pk: writeCaseKey({ tenant, id: placeId(place) }),
  sk: 'desk',
  review_key: tenant,
  review_rank: place,
});
