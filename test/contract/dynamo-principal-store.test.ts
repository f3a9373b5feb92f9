import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoPrincipalStore } from '#adapters/aws/dynamo-principal-store.ts';
import { dynamoTableComponent } from '#adapters/aws/dynamo-table-component.ts';
import { principalStoreContract } from '#test/contract/principal-store.contract.ts';
import { createTable, startDynamo } from '#test/support/emulators.ts';
import { PRINCIPALS_TABLE } from '#test/support/tables.ts';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let tables = 0;

beforeAll(async () => {
  dynamo = await startDynamo();
});

afterAll(async () => {
  await dynamo.stop();
});

principalStoreContract('DynamoDB', async (principals) => {
  tables += 1;
  const table = await createTable(dynamo.client, { ...PRINCIPALS_TABLE, TableName: `principals-${tables}` });
  const client = DynamoDBDocumentClient.from(dynamo.client);
  for (const Item of principals) await client.send(new PutCommand({ TableName: table, Item }));
  return dynamoPrincipalStore(client, table);
});

describe('dynamoTableComponent', () => {
  it('answers for a table that is there and throws for one that is not', async () => {
    const table = await createTable(dynamo.client, { ...PRINCIPALS_TABLE, TableName: 'principals-asked' });
    const client = DynamoDBDocumentClient.from(dynamo.client);

    await expect(dynamoTableComponent(client, 'database', table).ping()).resolves.toBeUndefined();
    await expect(dynamoTableComponent(client, 'database', 'nobody').ping()).rejects.toThrow(
      /nobody|not found/i,
    );
  });
});
