import * as z from 'zod';
import type {
  DispatchMessage,
  SegmentMessage,
  SplitMessage,
  VerifyMessage,
} from '#contracts/import-messages.ts';
import { documentClient, sqsClient } from '#adapters/aws/clients.ts';
import { dynamoBreakerStore } from '#adapters/aws/dynamo-breaker-store.ts';
import { s3Client } from '#adapters/aws/s3-client.ts';
import { dynamoImportStore } from '#adapters/aws/dynamo-import-store.ts';
import { dynamoSegmentLedger } from '#adapters/aws/dynamo-segment-ledger.ts';
import { s3UploadFiles } from '#adapters/aws/s3-upload-files.ts';
import { sqsOutbox } from '#adapters/aws/sqs-outbox.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { trail } from '#lambdas/shared/trail.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  IMPORTS_TABLE: z.string(),
  IMPORTS_BUCKET: z.string(),
  UPLOADS_QUEUE_URL: z.string(),
  SEGMENTS_QUEUE_URL: z.string(),
  VERIFICATION_QUEUE_URL: z.string(),
  DISPATCH_QUEUE_URL: z.string(),
  BREAKERS_TABLE: z.string(),
});
const [dynamo, sqs] = [documentClient(), sqsClient(trail)];

export const handler = createHandler({
  imports: dynamoImportStore(dynamo, env.IMPORTS_TABLE),
  ledger: dynamoSegmentLedger(dynamo, env.IMPORTS_TABLE),
  uploads: s3UploadFiles(s3Client(), env.IMPORTS_BUCKET),
  splits: sqsOutbox<SplitMessage>(sqs, env.UPLOADS_QUEUE_URL),
  segments: sqsOutbox<SegmentMessage>(sqs, env.SEGMENTS_QUEUE_URL),
  verification: sqsOutbox<VerifyMessage>(sqs, env.VERIFICATION_QUEUE_URL),
  dispatch: sqsOutbox<DispatchMessage>(sqs, env.DISPATCH_QUEUE_URL),
  breakers: dynamoBreakerStore(dynamo, env.BREAKERS_TABLE),
  clock: systemClock,
});
