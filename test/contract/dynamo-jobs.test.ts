import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoHealthResults } from '#adapters/aws/dynamo-health-results.ts';
import { dynamoJobRuns } from '#adapters/aws/dynamo-job-runs.ts';
import { healthResultsContract } from '#test/contract/health-results.contract.ts';
import { jobRunsContract } from '#test/contract/job-runs.contract.ts';
import { aRun } from '#test/support/a-run.ts';
import { createTable, startDynamo } from '#test/support/emulators.ts';
import { JOBS_TABLE } from '#test/support/tables.ts';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let tables = 0;

beforeAll(async () => {
  dynamo = await startDynamo();
});

afterAll(async () => {
  await dynamo.stop();
});

const setup = async () => {
  tables += 1;
  const table = await createTable(dynamo.client, { ...JOBS_TABLE, TableName: `jobs-${tables}` });
  const client = DynamoDBDocumentClient.from(dynamo.client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { client, table };
};

jobRunsContract('DynamoDB', async () => {
  const { client, table } = await setup();
  return dynamoJobRuns(client, table);
});

healthResultsContract('DynamoDB', async () => {
  const { client, table } = await setup();
  return dynamoHealthResults(client, table);
});

describe('rows of jobs', () => {
  it('belong to no tenant, and runs go after 30 days', async () => {
    const { client, table } = await setup();
    await dynamoJobRuns(client, table).claim(aRun(), 1);

    const { Items } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': '*#job#health_check' },
      }),
    );

    expect(Items?.map(({ sk }) => sk)).toEqual(['job', `run#${aRun().runId}`]);
    // 2026-12-22T04:30:00Z.
    expect(Items?.map(({ expires_at: until }) => until)).toEqual([undefined, 1797913800]);
  });
});
