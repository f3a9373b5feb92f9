import { GetCommand, QueryCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import pLimit from 'p-limit';
import * as z from 'zod';
import { writeCaseKey } from '#contracts/case-key.ts';
import type { ArticleVersions } from '#core/ports/article-versions.ts';
import type { Clock } from '#core/ports/clock.ts';
import { HEAD_ATTRIBUTES, keptVersion, SAID_ATTRIBUTES, versionHead } from './article-version-item.ts';
import { deskKey, VERSION_PREFIX, versionKey, versionSk } from './article-version-keys.ts';
import { conditionally } from './conditionally.ts';
import { names } from './names.ts';
import { queryAll } from './query-all.ts';
import type { OverflowTexts } from './s3-overflow-texts.ts';

const Key = z.object({ sk: z.string() });
const Numbered = z.object({ version: z.int() });
/** Rows of an article that are changed at once. */
const AT_ONCE = 8;

const attributes = (list: readonly string[]): string => list.map((name) => `#${name}`).join(', ');

/** Versions of articles in a DynamoDB table; what is removed says nothing from then on, and expires. */
export const dynamoArticleVersions = (
  client: DynamoDBDocumentClient,
  table: string,
  overflow: OverflowTexts,
  clock: Clock,
): ArticleVersions => {
  const inSeconds = (): number => Math.floor(clock.now().getTime() / 1_000);

  /** Empties each version up to one; versions only come at the end, so none is missed. */
  const emptied = async (
    tenant: string,
    id: string,
    through: number,
    mark: { readonly says: string; readonly values: Readonly<Record<string, unknown>> },
  ): Promise<void> => {
    const found = await queryAll(client, {
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':pk': writeCaseKey({ tenant, id }),
        ':first': VERSION_PREFIX,
        ':last': versionSk(through),
      },
      ProjectionExpression: 'sk',
      ConsistentRead: true,
    });
    const limit = pLimit(AT_ONCE);
    const update = (sk: string) =>
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: writeCaseKey({ tenant, id }), sk },
          UpdateExpression: `SET ${mark.says} REMOVE ${attributes(SAID_ATTRIBUTES)}`,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: names(...SAID_ATTRIBUTES),
          ExpressionAttributeValues: mark.values,
        }),
      );
    // A row that has expired meanwhile is as empty as it should be.
    await Promise.all(
      z
        .array(Key)
        .parse(found)
        .map(({ sk }) => limit(() => conditionally(update(sk)))),
    );
  };

  return {
    async find(tenant, id, version) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: versionKey(tenant, id, version), ConsistentRead: true }),
      );
      return Item && keptVersion(Item, overflow);
    },

    async list(tenant, id, limit, before = Number.MAX_SAFE_INTEGER) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
          ExpressionAttributeValues: {
            ':pk': writeCaseKey({ tenant, id }),
            ':first': VERSION_PREFIX,
            ':last': versionSk(before - 1),
          },
          ProjectionExpression: attributes(HEAD_ATTRIBUTES),
          ExpressionAttributeNames: names(...HEAD_ATTRIBUTES),
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit: limit,
        }),
      );
      const last = Items.at(-1);
      return {
        heads: Items.map(versionHead).filter((head) => head !== undefined),
        next: LastEvaluatedKey && last ? Numbered.parse(last).version : undefined,
      };
    },

    erase: (tenant, id, through) =>
      emptied(tenant, id, through, { says: 'erased = :true', values: { ':true': true } }),

    async remove(tenant, id, through) {
      const expires = { ':true': true, ':now': inSeconds() };
      await emptied(tenant, id, through, { says: 'gone = :true, expires_at = :now', values: expires });
      // Where the article was made again meanwhile, the note is its own by now.
      await conditionally(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: deskKey(tenant, id),
            UpdateExpression: 'SET expires_at = :now REMOVE tend_key, tend_at',
            ConditionExpression: 'version = :through',
            ExpressionAttributeValues: { ':now': inSeconds(), ':through': through },
          }),
        ),
      );
    },
  };
};
