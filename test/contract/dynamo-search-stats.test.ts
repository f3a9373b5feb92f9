import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoFeedbackStore } from '#adapters/aws/dynamo-feedback-store.ts';
import { dynamoSearchStats } from '#adapters/aws/dynamo-search-stats.ts';
import { dynamoSigningKey } from '#adapters/aws/dynamo-signing-key.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { feedbackStoreContract } from '#test/contract/feedback-store.contract.ts';
import { searchStatsContract } from '#test/contract/search-stats.contract.ts';
import { createTable, startDynamo } from '#test/support/emulators.ts';
import { SEARCH_STATS_TABLE } from '#test/support/tables.ts';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let tables = 0;

beforeAll(async () => {
  dynamo = await startDynamo();
});

afterAll(async () => {
  await dynamo.stop();
});

const setup = async () => {
  tables += 1;
  const table = await createTable(dynamo.client, { ...SEARCH_STATS_TABLE, TableName: `stats-${tables}` });
  const client = DynamoDBDocumentClient.from(dynamo.client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { client, table };
};

searchStatsContract('DynamoDB', async () => {
  const { client, table } = await setup();
  return dynamoSearchStats(client, table);
});

feedbackStoreContract('DynamoDB', async () => {
  const { client, table } = await setup();
  return dynamoFeedbackStore(client, table, nodeHasher);
});

describe('feedback in DynamoDB', () => {
  it('is one row for each thing that each principal says', async () => {
    const { client, table } = await setup();
    const store = dynamoFeedbackStore(client, table, nodeHasher);
    const said = {
      tenant: 'demo',
      search: 's-1',
      hour: '2026-03-01T12',
      counts: true,
      resultId: 'ü'.repeat(200),
      position: undefined,
      at: new Date('2026-03-01T12:30:00Z'),
    };
    for (const principal of ['ada', 'ada', 'bob']) {
      for (const verdict of ['helpful', 'resolved'] as const) {
        await store.record({ ...said, principal, verdict });
      }
    }

    const { Items } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'demo#feedback' },
      }),
    );
    const rows = Items!.map(({ principal, verdict }) => `${principal} ${verdict}`);
    expect(rows.toSorted()).toEqual(['ada helpful', 'ada resolved', 'bob helpful', 'bob resolved']);
    // 92 days after it was said.
    expect(new Set(Items!.map(({ expires_at: until }) => until))).toEqual(new Set([1780317000]));
  });
});

describe('dynamoSigningKey', () => {
  it('is made once, whoever comes first, and is another one in another table', async () => {
    const { client, table } = await setup();
    const other = await setup();

    const keys = await Promise.all([1, 2, 3, 4].map(async () => dynamoSigningKey(client, table)));

    expect(keys[0]).toHaveLength(32);
    for (const key of [...keys, await dynamoSigningKey(client, table)]) {
      expect(Buffer.from(key).equals(keys[0]!)).toBe(true);
    }
    expect(Buffer.from(await dynamoSigningKey(client, other.table)).equals(keys[0]!)).toBe(false);
  });
});
