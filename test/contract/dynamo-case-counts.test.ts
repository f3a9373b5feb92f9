import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoCaseCounts } from '#adapters/aws/dynamo-case-counts.ts';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { caseCountsContract } from '#test/contract/case-counts.contract.ts';
import { aCase } from '#test/support/a-case.ts';
import { createTable, startDynamo } from '#test/support/emulators.ts';
import { CASES_TABLE } from '#test/support/tables.ts';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let tables = 0;

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(async () => {
  await dynamo.stop();
});

const none = () => Promise.reject(new Error('no text of this test is long'));

const create = async () => {
  tables += 1;
  const table = await createTable(dynamo.client, { ...CASES_TABLE, TableName: `counted-${tables}` });
  const client = DynamoDBDocumentClient.from(dynamo.client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  return {
    cases: dynamoCaseStore(client, table, { put: none, get: none }),
    counts: dynamoCaseCounts(client, table),
  };
};

caseCountsContract('DynamoDB', create);

it('goes on after a page of 1 MB', async () => {
  const { cases, counts } = await create();
  // An entry of the index is some 2 KB with an id of 200 characters of four bytes, so a page has about 500.
  const ids = Array.from({ length: 3_000 }, (_, n) => `${String(n).padStart(5, '0')}${'𝒊'.repeat(95)}`);
  for (let start = 0; start < ids.length; start += 100) {
    await Promise.all(ids.slice(start, start + 100).map((id) => cases.write(aCase({ id }), 0)));
  }

  expect(await counts.count('demo')).toBe(3_000);
});
