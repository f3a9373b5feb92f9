import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { s3OverflowTexts } from '#adapters/aws/s3-overflow-texts.ts';
import { caseStoreContract } from '#test/contract/case-store.contract.ts';
import { createTable, startDynamo, startS3 } from '#test/support/emulators.ts';
import { CASES_TABLE } from '#test/support/tables.ts';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let s3: Awaited<ReturnType<typeof startS3>>;
let tables = 0;

beforeAll(async () => {
  dynamo = await startDynamo();
  s3 = await startS3();
});

afterAll(async () => {
  await dynamo.stop();
  await s3.stop();
});

caseStoreContract('DynamoDB', async () => {
  tables += 1;
  const table = await createTable(dynamo.client, { ...CASES_TABLE, TableName: `cases-${tables}` });
  const client = DynamoDBDocumentClient.from(dynamo.client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  return dynamoCaseStore(client, table, s3OverflowTexts(s3.client, s3.bucket));
});
