import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { dynamoResolvedCounts } from '#adapters/aws/dynamo-resolved-counts.ts';
import { resolvedCountsContract } from '#test/contract/resolved-counts.contract.ts';
import { createTable, startDynamo } from '#test/support/emulators.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { PATTERNS_TABLE } from '#test/support/tables.ts';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let tables = 0;

beforeAll(async () => {
  dynamo = await startDynamo();
});

afterAll(async () => {
  await dynamo.stop();
});

resolvedCountsContract('DynamoDB', async () => {
  tables += 1;
  const table = await createTable(dynamo.client, { ...PATTERNS_TABLE, TableName: `resolved-${tables}` });
  return dynamoResolvedCounts(DynamoDBDocumentClient.from(dynamo.client), table, fixedClock());
});
