import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { emulatedTable, keysOf, numbers } from '../support/emulated-table.ts';
import { until } from '../support/until.ts';

describe('table streams of the laptop form', () => {
  it('tells the function of a change in Lambda’s words, after a pause too', async () => {
    const { put, map } = await emulatedTable();
    const events: DynamoDBStreamEvent[] = [];
    await map(async (event) => void events.push(event));
    await put('demo#1');
    await until(() => events.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await put('demo#2');
    await until(() => events.length === 2);

    expect(events[0]?.Records[0]).toEqual({
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

  it('keeps the order of a key in parallel lanes', async () => {
    const { putMany, map } = await emulatedTable();
    const keys = numbers(1000);
    for (const value of ['0', '1', '2', '3', '4', '5']) await putMany(keys, value);
    const seen = new Map<string, number[]>();
    const inWork = new Set<string>();
    let [running, most, total, overlaps] = [0, 0, 0, 0];
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
    const { cloud, failures, putMany, map } = await emulatedTable();
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
    const { putMany, map } = await emulatedTable();
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
    const { cloud, putMany, map } = await emulatedTable();
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

    const again = await emulatedTable(cloud.dataDirectory);
    const second: string[] = [];
    await again.map(async (event) => void second.push(...keysOf(event)));
    await until(() => new Set([...first, ...second]).size === 600);

    expect(second).not.toContain('demo#0');
    expect(second.slice(0, 200)).toEqual(numbers(600).slice(400));
  });
});
