import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { dynamoBudgets } from '#adapters/aws/dynamo-budgets.ts';
import { budgetsContract } from '#test/contract/budgets.contract.ts';
import { createTable, startDynamo } from '#test/support/emulators.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { BUDGETS_TABLE } from '#test/support/tables.ts';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let tables = 0;

beforeAll(async () => {
  dynamo = await startDynamo();
});

afterAll(async () => {
  await dynamo.stop();
});

budgetsContract('DynamoDB', async () => {
  tables += 1;
  const table = await createTable(dynamo.client, { ...BUDGETS_TABLE, TableName: `budgets-${tables}` });
  const client = DynamoDBDocumentClient.from(dynamo.client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  return dynamoBudgets(client, table, fixedClock());
});
