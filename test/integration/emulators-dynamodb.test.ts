import {
  BatchWriteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterEach, describe, expect, it } from 'vitest';
import { expireRows } from '#local/dynamodb/start-expiry.ts';
import { dynamodbTable } from '#local/resources/dynamodb-table.ts';
import { eventSourceMapping } from '#local/resources/event-source-mapping.ts';
import { sqsQueue } from '#local/resources/sqs-queue.ts';
import { startEmulatedCloud } from '../support/emulated-cloud.ts';
import { until } from '../support/until.ts';

type Cloud = Awaited<ReturnType<typeof startEmulatedCloud>>;
const clouds: Cloud[] = [];
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.stop();
});

const TABLE = {
  TableName: 'cases',
  AttributeDefinitions: ['pk', 'list_key', 'list_sort'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-updated',
      KeySchema: [
        { AttributeName: 'list_key', KeyType: 'HASH' },
        { AttributeName: 'list_sort', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
  TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
};

const setup = async (dataDirectory?: string) => {
  const cloud = await startEmulatedCloud({ dataDirectory });
  clouds.push(cloud);
  const { attributes } = await cloud.start(dynamodbTable, 'Cases', TABLE);
  const { ref: failures } = await cloud.start(sqsQueue, 'Failures', { QueueName: 'failures' });
  const put = async (pk: string, rest: Record<string, { S: string } | { N: string }> = {}): Promise<void> => {
    await cloud.dynamodb.send(new PutItemCommand({ TableName: 'cases', Item: { pk: { S: pk }, ...rest } }));
  };
  const putMany = async (keys: readonly string[], value = '0'): Promise<void> => {
    for (let start = 0; start < keys.length; start += 100) {
      const TransactItems = keys
        .slice(start, start + 100)
        .map((pk) => ({ Put: { TableName: 'cases', Item: { pk: { S: pk }, value: { S: value } } } }));
      await cloud.dynamodb.send(new TransactWriteItemsCommand({ TransactItems }));
    }
  };
  const map = async (handler: (event: DynamoDBStreamEvent) => Promise<unknown>, properties: object = {}) => {
    cloud.functions.set('projector', handler as (event: unknown) => Promise<unknown>);
    await cloud.start(eventSourceMapping, 'Mapping', {
      EventSourceArn: attributes['StreamArn'],
      FunctionName: 'projector',
      BatchSize: 200,
      StartingPosition: 'TRIM_HORIZON',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ...properties,
    });
  };
  return { cloud, failures, put, putMany, map };
};

const keysOf = ({ Records }: DynamoDBStreamEvent): string[] =>
  Records.map(({ dynamodb }) => dynamodb?.Keys?.['pk']?.S ?? '');
const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => `demo#${index}`);

describe('DynamoDB of the laptop form', () => {
  it('makes a table with index and stream, keeps its rows over a kill, and finds it again', async () => {
    const { cloud, put } = await setup();
    await put('demo#1', { list_key: { S: 'demo#0' }, list_sort: { S: '2026' } });
    await cloud.kill();

    const again = await setup(cloud.dataDirectory);

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
    const { cloud, put } = await setup();
    await put('old', { expires_at: { N: '1000' } });
    await put('young', { expires_at: { N: '3000' } });

    const removed = await expireRows(cloud.dynamodb, 'cases', 'expires_at', new Date(2_000_000));

    const { Item } = await cloud.dynamodb.send(
      new GetItemCommand({ TableName: 'cases', Key: { pk: { S: 'old' } } }),
    );
    expect([removed, Item]).toEqual([1, undefined]);
  });

  it('tells the function of a change in time, in Lambda’s words, after a pause too', async () => {
    const { put, map } = await setup();
    const events: { event: DynamoDBStreamEvent; at: number }[] = [];
    await map(async (event) => void events.push({ event, at: performance.now() }));
    const latency = async (key: string): Promise<number> => {
      const [before, sent] = [events.length, performance.now()];
      await put(key);
      await until(() => events.length > before);
      return events[before]!.at - sent;
    };
    const quick = await latency('demo#1');
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const idle = await latency('demo#2');

    expect(Math.max(quick, idle)).toBeLessThan(300);
    expect(events[0]!.event.Records[0]).toEqual({
      eventID: expect.stringMatching(/^[\da-f]{32}$/),
      eventName: 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'us-east-1',
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number),
        Keys: { pk: { S: 'demo#1' } },
        SequenceNumber: '1',
        SizeBytes: expect.any(Number),
        StreamViewType: 'KEYS_ONLY',
      },
      eventSourceARN: 'arn:aws:dynamodb:us-east-1:000000000000:table/cases/stream/2026-01-01T00:00:00.000',
    });
  });

  it('keeps the order of a key in parallel lanes, quickly', async () => {
    const { putMany, map } = await setup();
    const keys = numbers(1000);
    for (const value of ['0', '1', '2', '3', '4', '5']) await putMany(keys, value);
    const seen = new Map<string, number[]>();
    const inWork = new Set<string>();
    let [running, most, total, overlaps] = [0, 0, 0, 0];
    const started = performance.now();
    await map(
      async (event) => {
        running += 1;
        most = Math.max(most, running);
        const mine = keysOf(event);
        overlaps += mine.filter((key) => inWork.has(key)).length;
        for (const key of mine) inWork.add(key);
        await new Promise((resolve) => setTimeout(resolve, 2));
        for (const { dynamodb } of event.Records) {
          const key = dynamodb?.Keys?.['pk']?.S ?? '';
          seen.set(key, [...(seen.get(key) ?? []), Number(dynamodb?.SequenceNumber)]);
        }
        for (const key of mine) inWork.delete(key);
        total += event.Records.length;
        running -= 1;
      },
      { ParallelizationFactor: 4 },
    );
    await until(() => total >= 6000);
    const seconds = (performance.now() - started) / 1000;
    expect(6000 / seconds).toBeGreaterThan(5000);

    const inOrder = [...seen.values()].every((ones) => {
      const firsts = [...new Set(ones)];
      return firsts.length === 6 && firsts.every((one, index) => index === 0 || one > firsts[index - 1]!);
    });
    expect(inOrder).toBe(true);
    expect(overlaps).toBe(0);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });

  it('finds a poison record by halving and sends it to the failure destination, the rest goes on', async () => {
    const { cloud, failures, putMany, map } = await setup();
    await putMany(numbers(50));
    const done = new Set<string>();
    await map(
      async (event) => {
        const keys = keysOf(event);
        if (keys.includes('demo#17')) throw new Error('poison');
        for (const key of keys) done.add(key);
        return {};
      },
      {
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 1,
        DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:us-east-1:000000000000:failures' } },
      },
    );
    await until(() => done.size === 49);

    const { Messages } = await cloud.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: failures, WaitTimeSeconds: 5 }),
    );
    expect(JSON.parse(Messages?.[0]?.Body ?? '')).toMatchObject({
      requestContext: {
        functionArn: 'projector',
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: 2,
      },
      version: '1.0',
      DDBStreamBatchInfo: {
        startSequenceNumber: '18',
        endSequenceNumber: '18',
        batchSize: 1,
        streamArn: expect.stringContaining('table/cases'),
      },
    });
  });

  it('goes on from the first record that the function reports as failed', async () => {
    const { putMany, map } = await setup();
    await putMany(numbers(10));
    const calls: string[][] = [];
    await map(async (event) => {
      calls.push(keysOf(event));
      if (calls.length > 1) return { batchItemFailures: [] };
      return { batchItemFailures: [{ itemIdentifier: event.Records[6]!.dynamodb!.SequenceNumber }] };
    });
    await until(() => calls.length >= 2);

    expect(calls[0]).toEqual(numbers(10));
    expect(calls[1]).toEqual(numbers(10).slice(6));
  });

  it('carries on from its checkpoint after a kill, losing nothing and repeating little', async () => {
    const { cloud, putMany, map } = await setup();
    await putMany(numbers(600));
    const first: string[] = [];
    let blocked = false;
    await map(async (event) => {
      if (first.length >= 400) {
        blocked = true;
        return new Promise(() => undefined);
      }
      first.push(...keysOf(event));
      return {};
    });
    await until(() => blocked);
    await cloud.kill();

    const again = await setup(cloud.dataDirectory);
    const second: string[] = [];
    await again.map(async (event) => void second.push(...keysOf(event)));
    await until(() => new Set([...first, ...second]).size === 600);

    expect(second).not.toContain('demo#0');
    expect(second.slice(0, 200)).toEqual(numbers(600).slice(400));
  });

  it('writes as quickly after many writes as before', async () => {
    const { cloud, put, putMany } = await setup();
    const rate = async (count: number, work: () => Promise<void>): Promise<number> => {
      const started = performance.now();
      await work();
      return count / ((performance.now() - started) / 1000);
    };
    const puts = async () => {
      for (const key of numbers(200)) await put(key);
    };
    const before = await rate(200, puts);
    const transactions = await rate(5000, async () => putMany(numbers(5000)));
    const batches = await rate(1000, async () => {
      for (let start = 0; start < 1000; start += 25) {
        const requests = numbers(1000)
          .slice(start, start + 25)
          .map((pk) => ({ PutRequest: { Item: { pk: { S: pk } } } }));
        await cloud.dynamodb.send(new BatchWriteItemCommand({ RequestItems: { cases: requests } }));
      }
    });
    const after = await rate(200, puts);

    expect(after).toBeGreaterThan(before / 3);
    expect(Math.min(transactions, batches)).toBeGreaterThan(500);
  });
});
