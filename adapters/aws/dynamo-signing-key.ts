import { randomBytes } from 'node:crypto';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { conditionally } from './conditionally.ts';

const KEY_BYTES = 32;
/** No tenant has such an id. */
const PLACE = { pk: '#signing-key', sk: 'search-id' } as const;
const Item = z.object({ secret: z.instanceof(Uint8Array).refine((secret) => secret.length === KEY_BYTES) });

/** The key that signs search ids: a row of the statistics' own table, made by whoever needs it first; see docs/adr/0111. */
export const dynamoSigningKey = async (
  client: DynamoDBDocumentClient,
  table: string,
): Promise<Uint8Array> => {
  const read = async (): Promise<Uint8Array | undefined> => {
    const found = await client.send(new GetCommand({ TableName: table, Key: PLACE, ConsistentRead: true }));
    return found.Item && Item.parse(found.Item).secret;
  };
  const known = await read();
  if (known) return known;
  await conditionally(
    client.send(
      new PutCommand({
        TableName: table,
        Item: { ...PLACE, secret: randomBytes(KEY_BYTES) },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    ),
  );
  // Somebody else may have been first: what the table holds is the key.
  const made = await read();
  if (!made) throw new Error(`table ${table} does not keep the signing key`);
  return made;
};
