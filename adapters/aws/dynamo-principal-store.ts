import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Principal } from '#contracts/principal.ts';
import type { PrincipalStore } from '#core/ports/principal-store.ts';

/** Principals in a DynamoDB table keyed by `subject`. */
export const dynamoPrincipalStore = (client: DynamoDBDocumentClient, table: string): PrincipalStore => ({
  async find(subject) {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { subject }, ConsistentRead: true }),
    );
    return Item && Principal.parse(Item);
  },
});
