import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Message } from '@aws-sdk/client-sqs';
import pLimit from 'p-limit';
import type { LocalContext } from '../local-context.ts';
import type { Running } from '../resource-type.ts';
import { batchOutcome } from './batch-outcome.ts';
import { createChance, shuffle } from './chance.ts';
import type { MappingProperties } from './mapping-properties.ts';
import { deleteMessages, receiveBatch } from './queue-messages.ts';
import { queueUrl } from './queue-url.ts';
import { endLongPolls, releaseMessages } from './release-messages.ts';
import { sqsRecord } from './sqs-event.ts';
import { newTrace, readTrace, writeTrace } from '../tracing/trace-header.ts';

// AWS begins with 5 concurrent invocations where no maximum is set.
const DEFAULT_CONCURRENCY = 5;
// Every waiting receive is woken by every message, so few wait and hand over as soon as they have one.
const WAITING_RECEIVES = 2;
const STOP_MS = 1500;
/** Share of messages that is delivered twice: rare in AWS, often enough here to be met in every import. */
const DOUBLED = 0.01;
const PAUSE_AFTER_ERROR_MS = 200;

/**
 * Polls a queue for a function as Lambda does, but in an order of chance and with about one message in a hundred
 * delivered twice. What the function does not finish comes back after the visibility timeout.
 */
export const startSqsEventSource = async (
  mapping: MappingProperties,
  context: LocalContext,
): Promise<Running> => {
  await releaseMessages(mapping.EventSourceArn, context);
  const { region, credentials, endpoints } = context;
  const concurrency = mapping.ScalingConfig?.MaximumConcurrency ?? DEFAULT_CONCURRENCY;
  const requestHandler = { httpAgent: { keepAlive: true, maxSockets: concurrency + WAITING_RECEIVES } };
  const client = new SQSClient({ endpoint: endpoints.sqs, region, credentials, requestHandler });
  const receiving = pLimit(WAITING_RECEIVES);
  const queue = { client, url: queueUrl(mapping.EventSourceArn, context) };
  const chance = createChance(context.seed);
  /** No more is received; what was, is handled. */
  const closing = new AbortController();
  const stopping = new AbortController();
  const reportsFailures = mapping.FunctionResponseTypes.includes('ReportBatchItemFailures');
  /** Second deliveries, taken by whichever poller is free first, so that they may overtake or meet the first. */
  const again: Message[][] = [];

  const nextBatch = async (): Promise<readonly Message[]> =>
    again.shift() ??
    receiving(async () =>
      // Who waited for a turn may find the end of the polling instead.
      closing.signal.aborted
        ? []
        : receiveBatch(queue, {
            size: mapping.BatchSize ?? 10,
            windowMs: mapping.MaximumBatchingWindowInSeconds * 1000,
            signal: stopping.signal,
          }),
    );

  const handle = async (messages: readonly Message[], isFirst: boolean): Promise<void> => {
    if (isFirst) {
      const doubled = messages.filter(() => chance() < DOUBLED);
      if (doubled.length > 0) again.push(doubled);
    }
    const Records = shuffle(messages, chance).map((message) => sqsRecord(message, mapping.EventSourceArn));
    const result = await context.invoke(mapping.FunctionName, { Records }, traceOf(Records, context));
    const outcome = batchOutcome(
      result,
      Records.map(({ messageId }) => messageId),
      reportsFailures,
    );
    // Nothing is deleted, so the messages come back after their visibility timeout.
    if (outcome.kind === 'error')
      return context.log('sqs', `${mapping.FunctionName} failed on a batch: ${outcome.error}`);
    await deleteMessages(
      queue,
      messages.filter(({ MessageId }) => !outcome.failed.includes(MessageId ?? '')),
    );
  };

  const work = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      try {
        const isFirst = again.length === 0;
        const messages = await nextBatch();
        if (messages.length > 0) await handle(messages, isFirst);
      } catch (error) {
        if (closing.signal.aborted) return;
        context.log('sqs', `polling for ${mapping.FunctionName}: ${String(error)}`);
        await sleep(PAUSE_AFTER_ERROR_MS);
      }
    }
  };

  const ended = Promise.all(Array.from({ length: concurrency }, work));
  return {
    async stop() {
      closing.abort();
      await endLongPolls(mapping.EventSourceArn, context).catch((error: unknown) =>
        context.log('sqs', `ending the polls of ${mapping.FunctionName}: ${String(error)}`),
      );
      // What is still running is cut off; its messages are released at the next start.
      await Promise.race([ended, sleep(STOP_MS, undefined, { ref: false })]);
      stopping.abort();
      client.destroy();
    },
  };
};

/**
 * Lambda gives a batch a trace of its own, which X-Ray links with those that the messages carry; it is recorded when
 * one of them is.
 */
const traceOf = (
  records: readonly ReturnType<typeof sqsRecord>[],
  { now }: Pick<LocalContext, 'now'>,
): string | undefined => {
  const carried = records
    .map(({ attributes }) => readTrace(attributes['AWSTraceHeader']))
    .filter((trace) => trace !== undefined);
  if (carried.length === 0) return undefined;
  return writeTrace(
    newTrace(
      now(),
      randomUUID(),
      carried.some(({ sampled }) => sampled),
    ),
  );
};
