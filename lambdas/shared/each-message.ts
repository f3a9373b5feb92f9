import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { bind, correlated } from './correlation.ts';
import { log } from './log.ts';
import { measure } from './measure.ts';
import { bodyIds, messageIds } from './message-ids.ts';
import { observed } from './observed.ts';

/** What a handler of messages knows beside the message. */
export type Delivery = {
  /** How often this message was delivered, from 1. */
  readonly attempt: number;
  /** Milliseconds until the function's time is up. */
  readonly remaining: () => number;
};

/** How long a message was in its queue before it was handled now. */
const waitOf = ({ attributes }: SQSRecord, now: number): number =>
  Math.max(0, Math.round(now - Number(attributes.SentTimestamp)));

/** The handler of a queue's function: each message is parsed and handled in its own try; failed ones stay in the queue. */
export const eachMessage = <Schema extends z.ZodType>(
  schema: Schema,
  handle: (message: z.infer<Schema>, delivery: Delivery) => Promise<void>,
) =>
  observed(async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const one = async (record: SQSRecord): Promise<void> => {
      const started = performance.now();
      const attempt = Number(record.attributes.ApproximateReceiveCount);
      const waited = waitOf(record, performance.timeOrigin + started);
      try {
        const message = schema.parse(JSON.parse(record.body));
        bind(bodyIds(message));
        measure('MessageWait', waited);
        log('MESSAGE_STARTED', { attempt, waited_ms: waited });
        await handle(message, { attempt, remaining: () => context.getRemainingTimeInMillis() });
        const duration = performance.now() - started;
        measure('MessagesHandled', 1);
        measure('MessageDuration', duration);
        log('MESSAGE_COMPLETED', { duration_ms: Math.round(duration) });
      } catch (error) {
        measure('MessagesFailed', 1);
        log('MESSAGE_FAILED', { attempt, duration_ms: Math.round(performance.now() - started), error });
        throw error;
      }
    };
    const oneWithIds = (record: SQSRecord): Promise<void> =>
      correlated(messageIds(record), () => one(record));
    return processPartialResponse(event, oneWithIds, new BatchProcessor(EventType.SQS), {
      context,
      throwOnFullBatchFailure: false,
    });
  });
