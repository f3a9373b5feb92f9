import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { logger } from './logger.ts';
import { metrics } from './metrics.ts';
import { observed } from './observed.ts';

/** What a handler of messages knows beside the message. */
export type Delivery = {
  /** How often this message was delivered, from 1. */
  readonly attempt: number;
  /** Milliseconds until the function's time is up. */
  readonly remaining: () => number;
};

/** The handler of a queue's function: each message is parsed and handled in its own try; failed ones stay in the queue. */
export const eachMessage = <Schema extends z.ZodType>(
  schema: Schema,
  handle: (message: z.infer<Schema>, delivery: Delivery) => Promise<void>,
) =>
  observed(async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const one = async (record: SQSRecord): Promise<void> => {
      const attempt = Number(record.attributes.ApproximateReceiveCount);
      try {
        const message = schema.parse(JSON.parse(record.body));
        await handle(message, { attempt, remaining: () => context.getRemainingTimeInMillis() });
        metrics.addMetric('MessagesHandled', MetricUnit.Count, 1);
      } catch (error) {
        metrics.addMetric('MessagesFailed', MetricUnit.Count, 1);
        logger.error('MESSAGE_FAILED', { message_id: record.messageId, attempt, error });
        throw error;
      }
    };
    return processPartialResponse(event, one, new BatchProcessor(EventType.SQS), {
      context,
      throwOnFullBatchFailure: false,
    });
  });
