import { setTimeout as pause } from 'node:timers/promises';
import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { names } from './names.ts';

/** BatchGetItem takes at most 100 keys. */
const MOST_KEYS = 100;
const MOST_TRIES = 8;

type Projection = {
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
};

const projectionOf = (attributes: readonly string[]): Projection => ({
  ProjectionExpression: attributes.map((name) => `#${name}`).join(', '),
  ExpressionAttributeNames: names(...attributes),
});

/** DynamoDB hands back keys it had no capacity for; they are asked again after a jittered, growing pause. */
const getChunk = async (
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly Record<string, string>[],
  projection: Projection,
): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  let open: readonly Record<string, unknown>[] = keys;
  for (let attempt = 1; open.length > 0; attempt += 1) {
    if (attempt > MOST_TRIES)
      throw new Error(`${open.length} keys of ${table} were left unread ${MOST_TRIES} times`);
    if (attempt > 1) await pause(Math.random() * 25 * 2 ** attempt);
    const answer = await client.send(
      new BatchGetCommand({
        RequestItems: { [table]: { ...projection, Keys: [...open], ConsistentRead: true } },
      }),
    );
    found.push(...(answer.Responses?.[table] ?? []));
    open = answer.UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return found;
};

/** Reads rows by key, strongly, any number of them, or only some attributes; rows that are not there are left out. */
export const batchGet = async (
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly Record<string, string>[],
  attributes?: readonly string[],
): Promise<readonly unknown[]> => {
  const projection = attributes ? projectionOf(attributes) : {};
  const chunks = Array.from({ length: Math.ceil(keys.length / MOST_KEYS) }, (_, chunk) =>
    getChunk(client, table, keys.slice(chunk * MOST_KEYS, (chunk + 1) * MOST_KEYS), projection),
  );
  return (await Promise.all(chunks)).flat();
};
