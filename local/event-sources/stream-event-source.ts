import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { LocalContext } from '../local-context.ts';
import type { Running } from '../resource-type.ts';
import { createChance } from './chance.ts';
import { createLanes } from './create-lanes.ts';
import { deliverStreamBatch } from './deliver-stream-batch.ts';
import type { MappingProperties } from './mapping-properties.ts';
import { queueUrl } from './queue-url.ts';
import { readStream } from './read-stream.ts';
import { readCheckpoint, writeCheckpoint } from './stream-checkpoint.ts';
import type { Checkpoint } from './stream-checkpoint.ts';
import { streamFailure } from './stream-failure.ts';
import { lambdaStreamRecord } from './stream-record.ts';
import type { LambdaStreamRecord } from './stream-record.ts';
import { createWatermark } from './watermark.ts';

type Delivered = { readonly record: LambdaStreamRecord; readonly done: () => void };

const DEFAULT_BATCH = 100;
/** Share of batches that is delivered once more though the function succeeded. */
const DOUBLED = 0.01;
const CHECKPOINT_MS = 100;
const READ_AHEAD_BATCHES = 4;

/**
 * Reads a table's stream for a function as Lambda does: in order within a key, ParallelizationFactor batches at a
 * time, at least once over crashes. A batch is sent when it is full or its window is over.
 */
export const startStreamEventSource = async (
  mapping: MappingProperties,
  context: LocalContext,
): Promise<Running> => {
  const { region, credentials, endpoints } = context;
  const streams = new DynamoDBStreamsClient({ endpoint: endpoints.dynamodb, region, credentials });
  const sqs = new SQSClient({ endpoint: endpoints.sqs, region, credentials });
  const stopping = new AbortController();
  const { signal } = stopping;
  const streamArn = await findStream(mapping.EventSourceArn, context);
  const file = checkpointFile(mapping, context);
  const watermark = createWatermark<Checkpoint>();
  const chance = createChance(context.seed);
  const onError = (error: unknown): void =>
    context.log('stream', `${mapping.FunctionName}: ${String(error)}`);
  const checkpoint = readCheckpoint(file);
  let shardId = checkpoint?.shardId ?? '';

  const giveUp = async (
    records: readonly LambdaStreamRecord[],
    condition: string,
    attempts: number,
  ): Promise<void> => {
    const destination = mapping.DestinationConfig?.OnFailure.Destination;
    onError(`${records.length} records are given up: ${condition}`);
    if (destination === undefined) return;
    const functionArn = mapping.FunctionName;
    const failure = streamFailure({
      records,
      condition,
      attempts,
      functionArn,
      shardId,
      requestId: randomUUID(),
      now: context.now(),
    });
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: queueUrl(destination, context),
        MessageBody: JSON.stringify(failure),
      }),
    );
  };

  /** Lambda tells how old the last record of a batch was when the function had it. */
  const reportAge = (records: readonly LambdaStreamRecord[]): void => {
    const created = records.at(-1)?.dynamodb.ApproximateCreationDateTime;
    if (created === undefined) return;
    const at = context.now().getTime();
    context.measure({
      namespace: 'AWS/Lambda',
      name: 'IteratorAge',
      dimensions: { FunctionName: mapping.FunctionName.split(':').at(-1) ?? mapping.FunctionName },
      value: Math.max(0, at - created * 1000),
      at,
    });
  };

  const invoke = async (Records: readonly LambdaStreamRecord[]) => {
    const result = await context.invoke(mapping.FunctionName, { Records });
    reportAge(Records);
    return result.ok && chance() < DOUBLED ? context.invoke(mapping.FunctionName, { Records }) : result;
  };

  const work = async (batch: readonly Delivered[]): Promise<void> => {
    const records = batch.map(({ record }) => record);
    while (!signal.aborted) {
      try {
        await deliverStreamBatch(records, { mapping, invoke, giveUp, onError, now: context.now, signal });
        for (const { done } of batch) done();
        return;
      } catch (error) {
        if (!signal.aborted) onError(error);
        await sleep(CHECKPOINT_MS);
      }
    }
  };

  const batchSize = mapping.BatchSize ?? DEFAULT_BATCH;
  const lanes = createLanes(
    {
      count: mapping.ParallelizationFactor,
      batchSize,
      windowMs: mapping.MaximumBatchingWindowInSeconds * 1000,
    },
    work,
  );
  const read = async (): Promise<void> => {
    for await (const page of readStream({ client: streams, streamArn, checkpoint, signal, onError })) {
      shardId = page.shardId;
      for (const one of page.records) {
        const record = lambdaStreamRecord(one, mapping.EventSourceArn);
        const done = watermark.add({ streamArn, shardId, sequenceNumber: record.dynamodb.SequenceNumber });
        lanes.add(JSON.stringify(record.dynamodb.Keys), { record, done });
      }
      await lanes.untilBelow(batchSize * mapping.ParallelizationFactor * READ_AHEAD_BATCHES);
    }
  };

  let saved: Checkpoint | undefined;
  const save = (): void => {
    const reached = watermark.position();
    if (reached === undefined || reached === saved) return;
    writeCheckpoint(file, reached);
    saved = reached;
  };
  const saving = setInterval(save, CHECKPOINT_MS);
  void read();
  return {
    async stop() {
      stopping.abort();
      clearInterval(saving);
      save();
      streams.destroy();
      sqs.destroy();
    },
  };
};

const findStream = async (eventSourceArn: string, context: LocalContext): Promise<string> => {
  const { region, credentials, endpoints } = context;
  const tableName = eventSourceArn.split('/')[1] ?? '';
  const client = new DynamoDBClient({ endpoint: endpoints.dynamodb, region, credentials });
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    if (Table?.LatestStreamArn === undefined) throw new Error(`Table ${tableName} has no stream`);
    return Table.LatestStreamArn;
  } finally {
    client.destroy();
  }
};

const checkpointFile = (mapping: MappingProperties, { dataDirectory }: LocalContext): string => {
  const name = createHash('sha256')
    .update(`${mapping.EventSourceArn} ${mapping.FunctionName}`)
    .digest('hex')
    .slice(0, 16);
  return join(dataDirectory, 'streams', `${name}.json`);
};
