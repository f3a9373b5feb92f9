import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { BreakerName } from '#contracts/breaker.ts';
import type { BreakerState } from '#core/breakers/breaker-state.ts';
import type { InProcessStack } from './in-process-stack.ts';

/** Makes a breaker of a stack stand as a test wants it. */
export const putBreaker = async (
  { emulators, region, credentials }: InProcessStack,
  name: BreakerName,
  state: BreakerState,
  paused: boolean,
): Promise<void> => {
  const dynamodb = new DynamoDBClient({ endpoint: emulators.dynamodb, region, credentials });
  const { TableNames = [] } = await dynamodb.send(new ListTablesCommand({}));
  await DynamoDBDocumentClient.from(dynamodb).send(
    new PutCommand({
      TableName: TableNames.find((table) => table.includes('Breakers')),
      Item: { pk: `breaker#${name}`, state, paused, version: 1 },
    }),
  );
  dynamodb.destroy();
};
