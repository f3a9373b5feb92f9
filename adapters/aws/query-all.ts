import { QueryCommand, type DynamoDBDocumentClient, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';

/** All items of a query, over as many pages as it takes, `most` at most. */
export const queryAll = async (
  client: DynamoDBDocumentClient,
  query: QueryCommandInput,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  let from: QueryCommandInput['ExclusiveStartKey'];
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({ ...query, ExclusiveStartKey: from }),
    );
    found.push(...Items);
    from = LastEvaluatedKey;
  } while (from && found.length < most);
  return found.slice(0, most);
};
