import { describe, expect, it } from 'vitest';
import { deliverStreamBatch } from '#local/event-sources/deliver-stream-batch.ts';
import type { StreamDelivery } from '#local/event-sources/deliver-stream-batch.ts';
import { lambdaStreamRecord } from '#local/event-sources/stream-record.ts';

const records = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    lambdaStreamRecord(
      {
        eventName: 'INSERT',
        dynamodb: {
          Keys: { pk: { S: `k${index}` } },
          SequenceNumber: String(index),
          ApproximateCreationDateTime: new Date(0),
        },
      },
      'arn:aws:dynamodb:us-east-1:000000000000:table/cases/stream/x',
    ),
  );

const setup = (
  answer: (ids: readonly string[], call: number) => unknown,
  mapping: Partial<StreamDelivery['mapping']> = {},
) => {
  const calls: string[] = [];
  const givenUp: string[] = [];
  const delivery: StreamDelivery = {
    mapping: {
      BisectBatchOnFunctionError: false,
      MaximumRetryAttempts: 1,
      MaximumRecordAgeInSeconds: -1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ...mapping,
    },
    invoke: async (batch) => {
      const ids = batch.map(({ dynamodb }) => dynamodb.SequenceNumber);
      calls.push(ids.join(' '));
      const payload = answer(ids, calls.length);
      if (payload === 'throw') return { ok: false, errorType: 'Error', errorMessage: 'no' };
      return { ok: true, payload };
    },
    giveUp: async (batch, condition) => {
      givenUp.push(`${condition}: ${batch.map(({ dynamodb }) => dynamodb.SequenceNumber).join(' ')}`);
    },
    onError: () => undefined,
    now: () => new Date(10_000),
    signal: new AbortController().signal,
  };
  return { calls, givenUp, run: async (count: number) => deliverStreamBatch(records(count), delivery) };
};

const failing = (id: string) => ({ batchItemFailures: [{ itemIdentifier: id }] });

describe('deliverStreamBatch', () => {
  it('delivers once what succeeds', async () => {
    const { calls, run } = setup(() => undefined);
    await run(3);
    expect(calls).toEqual(['0 1 2']);
  });

  it('goes on from the first failed record', async () => {
    const { calls, givenUp, run } = setup((_, call) => (call === 1 ? failing('2') : {}));
    await run(4);
    expect([calls, givenUp]).toEqual([['0 1 2 3', '2 3'], []]);
  });

  it('retries a failing batch as often as allowed, then gives it up', async () => {
    const { calls, givenUp, run } = setup(() => 'throw');
    await run(2);
    expect([calls, givenUp]).toEqual([['0 1', '0 1'], ['RetryAttemptsExhausted: 0 1']]);
  });

  it('narrows down to the poison record by halves, in order', async () => {
    const { calls, givenUp, run } = setup((ids) => (ids.includes('2') ? 'throw' : {}), {
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 0,
    });
    await run(4);
    expect(calls).toEqual(['0 1 2 3', '0 1', '2 3', '2', '3']);
    expect(givenUp).toEqual(['RetryAttemptsExhausted: 2']);
  });

  it('gives up what is too old', async () => {
    const { givenUp, run } = setup(() => 'throw', { MaximumRetryAttempts: -1, MaximumRecordAgeInSeconds: 5 });
    await run(1);
    expect(givenUp).toEqual(['RecordAgeExceeded: 0']);
  });

  it('takes an answer that names an unknown record as a failure of the batch', async () => {
    const { calls, run } = setup((_, call) => (call === 1 ? failing('99') : {}));
    await run(2);
    expect(calls).toEqual(['0 1', '0 1']);
  });
});
