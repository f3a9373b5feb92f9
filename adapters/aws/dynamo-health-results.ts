import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { HealthResult } from '#contracts/health-history.ts';
import type { HealthResults } from '#core/ports/health-results.ts';
import { HEALTH_PK, healthKeptUntil, healthSk } from './job-keys.ts';

/** Results of health checks in the table of the jobs, each a row that goes after 14 days. */
export const dynamoHealthResults = (client: DynamoDBDocumentClient, table: string): HealthResults => ({
  async add(result) {
    await client.send(
      new PutCommand({
        TableName: table,
        Item: {
          pk: HEALTH_PK,
          sk: healthSk(result.checked_at, result.run_id),
          result,
          expires_at: healthKeptUntil(result.checked_at),
        },
      }),
    );
  },

  async latest(limit) {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': HEALTH_PK },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return Items.map(({ result }) => HealthResult.parse(result));
  },
});
