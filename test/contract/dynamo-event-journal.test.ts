import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { dynamoArticleStore } from '#adapters/aws/dynamo-article-store.ts';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { dynamoEventJournal } from '#adapters/aws/dynamo-event-journal.ts';
import { eventJournalContract } from '#test/contract/event-journal.contract.ts';
import { createTable, startDynamo } from '#test/support/emulators.ts';
import {
  ARTICLES_TABLE,
  ARTICLE_VERSIONS_TABLE,
  CASES_TABLE,
  IDEMPOTENCY_TABLE,
} from '#test/support/tables.ts';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let worlds = 0;

beforeAll(async () => {
  dynamo = await startDynamo();
});

afterAll(async () => {
  await dynamo.stop();
});

const overflow = {
  put: () => Promise.reject(new Error('nothing here is long')),
  get: () => Promise.reject(new Error('nothing here is long')),
};

eventJournalContract('DynamoDB', async () => {
  worlds += 1;
  const make = (table: typeof CASES_TABLE) =>
    createTable(dynamo.client, { ...table, TableName: `${table.TableName}-${worlds}` });
  const tables = {
    events: await make(IDEMPOTENCY_TABLE),
    cases: await make(CASES_TABLE),
    articles: await make(ARTICLES_TABLE),
    versions: await make(ARTICLE_VERSIONS_TABLE),
  };
  const client = DynamoDBDocumentClient.from(dynamo.client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  return {
    journal: dynamoEventJournal(client, tables, overflow),
    cases: dynamoCaseStore(client, tables.cases, overflow),
    articles: dynamoArticleStore(client, tables, overflow),
  };
});
