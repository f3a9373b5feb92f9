import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { dynamoPatternStore } from '#adapters/aws/dynamo-pattern-store.ts';
import { patternStoreContract } from '#test/contract/pattern-store.contract.ts';
import { createTable, startDynamo } from '#test/support/emulators.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { memoryKnowledgeFiles } from '#test/support/memory-knowledge-files.ts';
import { PATTERNS_TABLE } from '#test/support/tables.ts';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let tables = 0;

beforeAll(async () => {
  dynamo = await startDynamo();
});

afterAll(async () => {
  await dynamo.stop();
});

patternStoreContract('DynamoDB', async () => {
  tables += 1;
  const client = DynamoDBDocumentClient.from(dynamo.client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const table = await createTable(dynamo.client, { ...PATTERNS_TABLE, TableName: `patterns-${tables}` });
  const files = memoryKnowledgeFiles();
  return { files, patterns: dynamoPatternStore(client, table, files, fixedClock()) };
});
