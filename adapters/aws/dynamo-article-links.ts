import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { LinkKind } from '#contracts/article-links.ts';
import type { ArticleLink } from '#core/links/article-link.ts';
import { type ArticleLinks, MOST_LINKS } from '#core/ports/article-links.ts';
import type { Clock } from '#core/ports/clock.ts';
import { batchGet } from './batch-get.ts';
import { goneFrom } from './gone-from.ts';
import { articlePartition, caseTiesKey, LINK_PREFIX, linkKey } from './link-keys.ts';
import { queryAll } from './query-all.ts';
import { transact, type TransactItems } from './transact.ts';

const Item = z.object({
  tenant: z.string(),
  article_id: z.string(),
  case_id: z.string(),
  kind: LinkKind,
  principal: z.string(),
  customer: z.string().optional(),
  is_source: z.boolean(),
  linked_at: z.string(),
  gone: z.literal(true).optional(),
});

const toItem = (link: ArticleLink) => ({
  ...linkKey(link.tenant, link.articleId, link.caseId),
  tenant: link.tenant,
  article_id: link.articleId,
  case_id: link.caseId,
  kind: link.kind,
  principal: link.principal,
  customer: link.customer,
  is_source: link.isSource,
  linked_at: link.linkedAt,
});

/** The link of a row; none of one that was taken away. */
const fromItem = (value: unknown): readonly ArticleLink[] => {
  const { tenant, kind, principal, customer, gone, ...item } = Item.parse(value);
  const { article_id: articleId, case_id: caseId, is_source: isSource, linked_at: linkedAt } = item;
  return gone ? [] : [{ tenant, articleId, caseId, kind, principal, customer, isSource, linkedAt }];
};

const Linked = z.object({ linked: z.set(z.string()).optional() });

/** Links in the table of article links: a row in the article's partition, and the article's id in the ties of the case. */
export const dynamoArticleLinks = (
  client: DynamoDBDocumentClient,
  table: string,
  clock: Clock,
): ArticleLinks => {
  const tie = (tenant: string, articleId: string, caseId: string, change: string): TransactItems[number] => ({
    Update: {
      TableName: table,
      Key: caseTiesKey(tenant, caseId),
      UpdateExpression: `SET case_id = :case REMOVE expires_at ${change}`,
      ExpressionAttributeValues: { ':case': caseId, ':article': new Set([articleId]), ':one': 1 },
    },
  });

  const find = async (
    tenant: string,
    articleId: string,
    caseId: string,
  ): Promise<ArticleLink | undefined> => {
    const { Item: item } = await client.send(
      new GetCommand({ TableName: table, Key: linkKey(tenant, articleId, caseId), ConsistentRead: true }),
    );
    return item && fromItem(item)[0];
  };

  return {
    async add(link) {
      const { tenant, articleId, caseId } = link;
      const absent = {
        ConditionExpression: 'attribute_not_exists(pk) OR gone = :gone',
        ExpressionAttributeValues: { ':gone': true },
      };
      const result = await transact(client, [
        { Put: { TableName: table, Item: toItem(link), ...absent } },
        tie(tenant, articleId, caseId, 'ADD linked :article, revision :one'),
      ]);
      if (result.written) return link;
      const there = await find(tenant, articleId, caseId);
      if (!there) throw new Error(`a link was not written: ${result.codes.join(', ')}`);
      return there;
    },

    async remove(tenant, articleId, caseId) {
      const result = await transact(client, [
        {
          Update: {
            TableName: table,
            Key: linkKey(tenant, articleId, caseId),
            UpdateExpression: 'SET gone = :gone, expires_at = :at REMOVE customer',
            ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(gone)',
            ExpressionAttributeValues: { ':gone': true, ':at': goneFrom(clock) },
          },
        },
        tie(tenant, articleId, caseId, 'DELETE linked :article ADD revision :one'),
      ]);
      if (result.written) return true;
      if (result.codes[0] === 'ConditionalCheckFailed') return false;
      throw new Error(`a link was not removed: ${result.codes.join(', ')}`);
    },

    async ofArticle(tenant, articleId) {
      const query = {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :link)',
        ExpressionAttributeValues: { ':pk': articlePartition(tenant, articleId), ':link': LINK_PREFIX },
        ConsistentRead: true,
      };
      return (await queryAll(client, query, MOST_LINKS)).flatMap(fromItem);
    },

    async ofCase(tenant, caseId) {
      const [ties] = await batchGet(client, table, [caseTiesKey(tenant, caseId)]);
      const articleIds = [...(ties === undefined ? [] : (Linked.parse(ties).linked ?? []))].slice(
        0,
        MOST_LINKS,
      );
      const keys = articleIds.map((articleId) => linkKey(tenant, articleId, caseId));
      return (await batchGet(client, table, keys)).flatMap(fromItem);
    },
  };
};
