import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { dynamoBreakerStore } from '#adapters/aws/dynamo-breaker-store.ts';
import { breakerStoreContract } from '#test/contract/breaker-store.contract.ts';
import { createTable, startDynamo } from '#test/support/emulators.ts';
import { BREAKERS_TABLE } from '#test/support/tables.ts';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let tables = 0;

beforeAll(async () => {
  dynamo = await startDynamo();
});

afterAll(async () => {
  await dynamo.stop();
});

breakerStoreContract('DynamoDB', async () => {
  tables += 1;
  const table = await createTable(dynamo.client, { ...BREAKERS_TABLE, TableName: `breakers-${tables}` });
  return dynamoBreakerStore(DynamoDBDocumentClient.from(dynamo.client), table);
});
