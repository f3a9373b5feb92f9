import { DynamoDBDocumentClient, GetCommand, type BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoEmbeddingStore } from '#adapters/aws/dynamo-embedding-store.ts';
import { embeddingStoreContract } from '#test/contract/embedding-store.contract.ts';
import { createTable, startDynamo } from '#test/support/emulators.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { EMBEDDINGS_TABLE } from '#test/support/tables.ts';

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
  const table = await createTable(dynamo.client, { ...EMBEDDINGS_TABLE, TableName: `embeddings-${tables}` });
  const client = DynamoDBDocumentClient.from(dynamo.client);
  return {
    client,
    table,
    store: dynamoEmbeddingStore(client, table, fixedClock('2026-11-22T00:00:00.000Z')),
  };
};

embeddingStoreContract('DynamoDB', async () => (await setup()).store);

describe('dynamoEmbeddingStore', () => {
  it('sends rows again that the table had no capacity for', async () => {
    const { client, table, store } = await setup();
    let calls = 0;
    client.middlewareStack.add(
      (next) => async (args) => {
        const { RequestItems } = args.input as BatchWriteCommandInput;
        const rows = RequestItems?.[table];
        if (!Array.isArray(rows)) return next(args);
        calls += 1;
        const result = await next({
          ...args,
          input: { RequestItems: { [table]: rows.slice(0, 1) } },
        });
        const rest = rows.slice(1);
        const left = rest.length > 0 ? { UnprocessedItems: { [table]: rest } } : {};
        return { ...result, output: { ...result.output, ...left } };
      },
      { step: 'initialize', name: 'takesOneRow' },
    );
    const vectors = new Map(['aa', 'ab', 'ac'].map((hash) => [hash, new Float32Array([1, 2])]));

    await store.keep({ tenant: 'demo', model: 'm' }, vectors);

    expect(calls).toBe(3);
    expect(await store.find({ tenant: 'demo', model: 'm' }, [...vectors.keys()])).toEqual(vectors);
  });

  it('lets a vector go after a year', async () => {
    const { client, table, store } = await setup();

    await store.keep({ tenant: 'demo', model: 'm' }, new Map([['ab', new Float32Array([1])]]));

    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk: 'demo#m#a', sk: 'ab' } }),
    );
    expect(Item).toMatchObject({ expires_at: Date.parse('2027-11-22T00:00:00.000Z') / 1_000 });
  });
});
