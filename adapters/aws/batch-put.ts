import { setTimeout as pause } from 'node:timers/promises';
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import pLimit from 'p-limit';

/** BatchWriteItem takes at most 25 rows. */
const MOST_ROWS = 25;
const MOST_TRIES = 8;
/** Batches on the way at once. */
const AT_ONCE = 8;

type Row = Readonly<Record<string, unknown>>;

/** DynamoDB hands back rows it had no capacity for; they are sent again after a jittered, growing pause. */
const putChunk = async (client: DynamoDBDocumentClient, table: string, rows: readonly Row[]) => {
  let open: readonly Row[] = rows;
  for (let attempt = 1; open.length > 0; attempt += 1) {
    if (attempt > MOST_TRIES) throw new Error(`${open.length} rows were not written to ${table}`);
    if (attempt > 1) await pause(Math.random() * 25 * 2 ** attempt);
    const { UnprocessedItems } = await client.send(
      new BatchWriteCommand({ RequestItems: { [table]: open.map((Item) => ({ PutRequest: { Item } })) } }),
    );
    open = (UnprocessedItems?.[table] ?? []).flatMap(({ PutRequest }) =>
      PutRequest?.Item ? [PutRequest.Item] : [],
    );
  }
};

/** Writes rows without a condition, any number of them, each key once; only for rows that are the same whoever writes them. */
export const batchPut = async (
  client: DynamoDBDocumentClient,
  table: string,
  rows: readonly Row[],
): Promise<void> => {
  const limit = pLimit(AT_ONCE);
  const chunks = Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, chunk) =>
    limit(() => putChunk(client, table, rows.slice(chunk * MOST_ROWS, (chunk + 1) * MOST_ROWS))),
  );
  await Promise.all(chunks);
};
