import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { expireRows } from '#local/dynamodb/start-expiry.ts';
import { prepareStreamLog } from '#local/emulators/prepare-stream-log.ts';
import { emulatedTable, numbers } from '../support/emulated-table.ts';

describe('DynamoDB of the laptop form', () => {
  it('makes a table with index and stream, keeps its rows over a kill, and finds it again', async () => {
    const { cloud, put } = await emulatedTable();
    await put('demo#1', { list_key: { S: 'demo#0' }, list_sort: { S: '2026' } });
    await cloud.kill();

    const again = await emulatedTable(cloud.dataDirectory);

    const { Items } = await again.cloud.dynamodb.send(
      new QueryCommand({
        TableName: 'cases',
        IndexName: 'by-updated',
        KeyConditionExpression: 'list_key = :key',
        ExpressionAttributeValues: { ':key': { S: 'demo#0' } },
      }),
    );
    expect(Items).toEqual([{ pk: { S: 'demo#1' }, list_key: { S: 'demo#0' }, list_sort: { S: '2026' } }]);
  });

  it('removes what has expired', async () => {
    const { cloud, put } = await emulatedTable();
    const seconds = Math.floor(Date.now() / 1000);
    // Both are in the future for the table's own sweeper.
    await put('old', { expires_at: { N: String(seconds + 1000) } });
    await put('young', { expires_at: { N: String(seconds + 3000) } });

    const then = new Date((seconds + 2000) * 1000);
    const removed = await expireRows(cloud.dynamodb, 'cases', 'expires_at', then);

    const read = async (pk: string) =>
      (await cloud.dynamodb.send(new GetItemCommand({ TableName: 'cases', Key: { pk: { S: pk } } }))).Item;
    expect(removed).toBe(1);
    expect(await read('old')).toBeUndefined();
    expect(await read('young')).toBeDefined();
  });

  it('finds the next number of a stream by an index, and forgets records after a day', async () => {
    const { cloud, putMany } = await emulatedTable();
    await putMany(numbers(100));
    const file = join(cloud.dataDirectory, 'emulators/dynamodb.sqlite');
    prepareStreamLog(file, new Date(Date.now() + 25 * 3_600_000));
    const database = new DatabaseSync(file, { readOnly: true });

    // As dynoxide asks at every write.
    const plan = database
      .prepare(
        'EXPLAIN QUERY PLAN SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = ?',
      )
      .all('cases');
    const kept = database.prepare('SELECT sequence_number FROM _stream_records').all();
    database.close();

    expect(JSON.stringify(plan)).toContain('caselore_stream_order');
    expect(kept).toEqual([{ sequence_number: '100' }]);
  });
});
