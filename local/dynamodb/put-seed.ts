import { DynamoDBClient, ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { LocalContext } from '../local-context.ts';

/** The rows that a table of the laptop form has from the start, from the table's metadata: plain JSON. */
export const SeedMetadata = z.looseObject({
  'caselore:seed': z.array(z.record(z.string(), z.unknown())).default([]),
});

type Table = { readonly name: string; readonly partitionKey: string };

/** Puts each row whose key is not in the table yet; what was changed since stays as it is. */
export const putSeed = async (
  { name, partitionKey }: Table,
  rows: readonly Record<string, unknown>[],
  { endpoints, region, credentials }: Pick<LocalContext, 'endpoints' | 'region' | 'credentials'>,
): Promise<void> => {
  const client = new DynamoDBClient({ endpoint: endpoints.dynamodb, region, credentials });
  const documents = DynamoDBDocumentClient.from(client);
  try {
    for (const row of rows) await putWhenAbsent(documents, name, partitionKey, row);
  } finally {
    client.destroy();
  }
};

const putWhenAbsent = async (
  documents: DynamoDBDocumentClient,
  name: string,
  partitionKey: string,
  row: Record<string, unknown>,
): Promise<void> => {
  try {
    await documents.send(
      new PutCommand({
        TableName: name,
        Item: row,
        ConditionExpression: 'attribute_not_exists(#key)',
        ExpressionAttributeNames: { '#key': partitionKey },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
};
