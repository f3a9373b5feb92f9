import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { dynamoCaseOrigins } from '#adapters/aws/dynamo-case-origins.ts';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { dynamoProductStore } from '#adapters/aws/dynamo-product-store.ts';
import { dynamoSyncCursors } from '#adapters/aws/dynamo-sync-cursors.ts';
import { caseOriginsContract } from '#test/contract/case-origins.contract.ts';
import { productStoreContract } from '#test/contract/product-store.contract.ts';
import { syncCursorsContract } from '#test/contract/sync-cursors.contract.ts';
import { createTable, startDynamo } from '#test/support/emulators.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { CASES_TABLE, SOURCE_TABLE } from '#test/support/tables.ts';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let tables = 0;

beforeAll(async () => {
  dynamo = await startDynamo();
});

afterAll(async () => {
  await dynamo.stop();
});

const fresh = async (table: typeof SOURCE_TABLE) => {
  tables += 1;
  const client = DynamoDBDocumentClient.from(dynamo.client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const name = await createTable(dynamo.client, { ...table, TableName: `${table.TableName}-${tables}` });
  return [client, name] as const;
};
const none = () => Promise.reject(new Error('no text of this test is long'));

syncCursorsContract('DynamoDB', async () => dynamoSyncCursors(...(await fresh(SOURCE_TABLE))));
productStoreContract('DynamoDB', async () =>
  dynamoProductStore(...(await fresh(SOURCE_TABLE)), fixedClock()),
);
caseOriginsContract('DynamoDB', async () => {
  const table = await fresh(CASES_TABLE);
  return {
    origins: dynamoCaseOrigins(...table),
    cases: dynamoCaseStore(...table, { put: none, get: none }),
  };
});
