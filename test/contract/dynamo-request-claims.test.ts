import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { dynamoRequestClaims } from '#adapters/aws/dynamo-request-claims.ts';
import { requestClaimsContract } from '#test/contract/request-claims.contract.ts';
import { createTable, startDynamo } from '#test/support/emulators.ts';
import { IDEMPOTENCY_TABLE } from '#test/support/tables.ts';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let tables = 0;

beforeAll(async () => {
  dynamo = await startDynamo();
});

afterAll(async () => {
  await dynamo.stop();
});

requestClaimsContract('DynamoDB', async () => {
  tables += 1;
  const table = await createTable(dynamo.client, {
    ...IDEMPOTENCY_TABLE,
    TableName: `idempotency-${tables}`,
  });
  return dynamoRequestClaims(DynamoDBDocumentClient.from(dynamo.client), table);
});
