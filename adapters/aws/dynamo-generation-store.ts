import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { GenerationStore } from '#core/ports/generation-store.ts';
import { conditionally } from './conditionally.ts';
import { fromGenerationsItem, GENERATIONS_KEY, toGenerationsItem } from './generations-item.ts';

/** The state of the generations: one row of the table of generations. */
export const dynamoGenerationStore = (client: DynamoDBDocumentClient, table: string): GenerationStore => {
  const read: GenerationStore['read'] = async () => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: GENERATIONS_KEY, ConsistentRead: true }),
    );
    return Item && fromGenerationsItem(Item);
  };
  return {
    read,
    async write(state) {
      const before = state.revision - 1;
      const put = new PutCommand({
        TableName: table,
        Item: toGenerationsItem(state),
        ...(before === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'revision = :before',
              ExpressionAttributeValues: { ':before': before },
            }),
      });
      if (await conditionally(client.send(put))) return true;
      // A try that timed out may have stood: then the SDK's next try was refused by our own change.
      const now = await read();
      return now?.revision === state.revision && now.change === state.change;
    },
  };
};
