import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { dynamoGenerationStore } from '#adapters/aws/dynamo-generation-store.ts';
import { dynamoRebuildLanes } from '#adapters/aws/dynamo-rebuild-lanes.ts';
import { dynamoRecordWalk } from '#adapters/aws/dynamo-record-walk.ts';
import { dynamoTenantRegistry } from '#adapters/aws/dynamo-tenant-registry.ts';
import { dynamoVectorisationCursors } from '#adapters/aws/dynamo-vectorisation-cursors.ts';
import { vectorisationCursorsContract } from '#test/contract/vectorisation-cursors.contract.ts';
import { generationStoreContract } from '#test/contract/generation-store.contract.ts';
import { rebuildLanesContract } from '#test/contract/rebuild-lanes.contract.ts';
import { recordWalkContract } from '#test/contract/record-walk.contract.ts';
import { tenantRegistryContract } from '#test/contract/tenant-registry.contract.ts';
import { createTable, startDynamo } from '#test/support/emulators.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { CASES_TABLE, SEARCH_GENERATIONS_TABLE } from '#test/support/tables.ts';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let tables = 0;

beforeAll(async () => {
  dynamo = await startDynamo();
});

afterAll(() => dynamo.stop());

const freshTable = async (table: typeof CASES_TABLE) => {
  tables += 1;
  const client = DynamoDBDocumentClient.from(dynamo.client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const name = await createTable(dynamo.client, { ...table, TableName: `${table.TableName}-${tables}` });
  return [client, name] as const;
};
const noOverflow = {
  put: () => Promise.reject(new Error('nothing is long here')),
  get: () => Promise.reject(new Error('nothing is long here')),
};

generationStoreContract('DynamoDB', async () =>
  dynamoGenerationStore(...(await freshTable(SEARCH_GENERATIONS_TABLE))),
);
rebuildLanesContract('DynamoDB', async () =>
  dynamoRebuildLanes(...(await freshTable(SEARCH_GENERATIONS_TABLE)), fixedClock()),
);
vectorisationCursorsContract('DynamoDB', async () =>
  dynamoVectorisationCursors(...(await freshTable(SEARCH_GENERATIONS_TABLE))),
);
tenantRegistryContract('DynamoDB', async () =>
  dynamoTenantRegistry(...(await freshTable(SEARCH_GENERATIONS_TABLE))),
);
recordWalkContract('DynamoDB', async () => {
  const [client, table] = await freshTable(CASES_TABLE);
  return {
    store: dynamoCaseStore(client, table, noOverflow),
    walk: dynamoRecordWalk(client, table),
  };
});
