import * as z from 'zod';
import type { SegmentMessage } from '#contracts/import-messages.ts';
import { documentClient, sqsClient } from '#adapters/aws/clients.ts';
import { dynamoImportStore } from '#adapters/aws/dynamo-import-store.ts';
import { sqsOutbox } from '#adapters/aws/sqs-outbox.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { trail } from '#lambdas/shared/trail.ts';
import { createHandler } from './handler.ts';

const env = readEnv({ IMPORTS_TABLE: z.string(), SEGMENTS_QUEUE_URL: z.string() });

export const handler = createHandler({
  imports: dynamoImportStore(documentClient(), env.IMPORTS_TABLE),
  segments: sqsOutbox<SegmentMessage>(sqsClient(trail), env.SEGMENTS_QUEUE_URL),
  clock: systemClock,
});
