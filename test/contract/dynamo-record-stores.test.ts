import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { dynamoArticleStore } from '#adapters/aws/dynamo-article-store.ts';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { s3OverflowTexts } from '#adapters/aws/s3-overflow-texts.ts';
import { articleStoreContract } from '#test/contract/article-store.contract.ts';
import { caseStoreContract } from '#test/contract/case-store.contract.ts';
import { createTable, startDynamo, startS3 } from '#test/support/emulators.ts';
import { ARTICLES_TABLE, CASES_TABLE } from '#test/support/tables.ts';

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

const freshTable = async (table: typeof CASES_TABLE) => {
  tables += 1;
  const client = DynamoDBDocumentClient.from(dynamo.client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const name = await createTable(dynamo.client, { ...table, TableName: `${table.TableName}-${tables}` });
  return [client, name, s3OverflowTexts(s3.client, s3.bucket)] as const;
};

caseStoreContract('DynamoDB', async () => dynamoCaseStore(...(await freshTable(CASES_TABLE))));
articleStoreContract('DynamoDB', async () => dynamoArticleStore(...(await freshTable(ARTICLES_TABLE))));
