import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { dynamoCaseHeads } from '#adapters/aws/dynamo-case-heads.ts';
import { dynamoChunkWriter } from '#adapters/aws/dynamo-chunk-writer.ts';
import { dynamoImportRetries } from '#adapters/aws/dynamo-import-retries.ts';
import { dynamoImportScans } from '#adapters/aws/dynamo-import-scans.ts';
import { dynamoImportStore } from '#adapters/aws/dynamo-import-store.ts';
import { dynamoRecordLists } from '#adapters/aws/dynamo-record-lists.ts';
import { dynamoSegmentLedger } from '#adapters/aws/dynamo-segment-ledger.ts';
import { s3OverflowTexts } from '#adapters/aws/s3-overflow-texts.ts';
import { importBooksContract } from '#test/contract/import-books.contract.ts';
import { importRetriesContract } from '#test/contract/import-retries.contract.ts';
import type { ImportBooks } from '#test/support/memory-import-books.ts';
import { createTable, startDynamo, startS3 } from '#test/support/emulators.ts';
import { CASES_TABLE, IMPORTS_TABLE } from '#test/support/tables.ts';

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

const create = async (): Promise<ImportBooks> => {
  tables += 1;
  const imports = await createTable(dynamo.client, { ...IMPORTS_TABLE, TableName: `imports-${tables}` });
  const cases = await createTable(dynamo.client, { ...CASES_TABLE, TableName: `cases-${tables}` });
  const client = DynamoDBDocumentClient.from(dynamo.client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  return {
    imports: dynamoImportStore(client, imports),
    scans: dynamoImportScans(client, imports),
    ledger: dynamoSegmentLedger(client, imports),
    retries: dynamoImportRetries(client, imports),
    chunks: dynamoChunkWriter(client, { cases, imports }, s3OverflowTexts(s3.client, s3.bucket)),
    heads: dynamoCaseHeads(client, cases),
    lists: dynamoRecordLists(client, imports),
  };
};

importBooksContract('DynamoDB', create);
importRetriesContract('DynamoDB', create);
