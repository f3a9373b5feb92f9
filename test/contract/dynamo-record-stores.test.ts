import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { dynamoArticleStore } from '#adapters/aws/dynamo-article-store.ts';
import { dynamoArticleDesk } from '#adapters/aws/dynamo-article-desk.ts';
import { dynamoArticleVersions } from '#adapters/aws/dynamo-article-versions.ts';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { s3OverflowTexts } from '#adapters/aws/s3-overflow-texts.ts';
import { articleStoreContract } from '#test/contract/article-store.contract.ts';
import { articleDeskContract } from '#test/contract/article-desk.contract.ts';
import { articleVersionsContract } from '#test/contract/article-versions.contract.ts';
import { caseStoreContract } from '#test/contract/case-store.contract.ts';
import { createTable, startDynamo, startS3 } from '#test/support/emulators.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { ARTICLES_TABLE, ARTICLE_VERSIONS_TABLE, CASES_TABLE } from '#test/support/tables.ts';

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

const freshTable = async (table: typeof CASES_TABLE): Promise<string> => {
  tables += 1;
  return createTable(dynamo.client, { ...table, TableName: `${table.TableName}-${tables}` });
};
const documents = () =>
  DynamoDBDocumentClient.from(dynamo.client, { marshallOptions: { removeUndefinedValues: true } });

/** Articles, their versions and their desk, in tables of their own. */
const freshArticles = async () => {
  const overflow = s3OverflowTexts(s3.client, s3.bucket);
  const versions = await freshTable(ARTICLE_VERSIONS_TABLE);
  const client = documents();
  return {
    articles: dynamoArticleStore(client, { articles: await freshTable(ARTICLES_TABLE), versions }, overflow),
    versions: dynamoArticleVersions(client, versions, overflow, fixedClock()),
    desk: dynamoArticleDesk(client, versions),
  };
};

caseStoreContract('DynamoDB', async () =>
  dynamoCaseStore(documents(), await freshTable(CASES_TABLE), s3OverflowTexts(s3.client, s3.bucket)),
);
articleStoreContract('DynamoDB', async () => (await freshArticles()).articles);
articleVersionsContract('DynamoDB', freshArticles);
articleDeskContract('DynamoDB', freshArticles);
