import * as z from 'zod';
import type { DispatchMessage, SplitMessage } from '#contracts/import-messages.ts';
import { documentClient, sqsClient } from '#adapters/aws/clients.ts';
import { s3Client } from '#adapters/aws/s3-client.ts';
import { dynamoImportRetries } from '#adapters/aws/dynamo-import-retries.ts';
import { dynamoImportScans } from '#adapters/aws/dynamo-import-scans.ts';
import { dynamoImportStore } from '#adapters/aws/dynamo-import-store.ts';
import { dynamoSegmentLedger } from '#adapters/aws/dynamo-segment-ledger.ts';
import { s3ScanCheckpoints } from '#adapters/aws/s3-scan-checkpoints.ts';
import { s3SegmentFiles } from '#adapters/aws/s3-segment-files.ts';
import { s3UploadFiles } from '#adapters/aws/s3-upload-files.ts';
import { sqsOutbox } from '#adapters/aws/sqs-outbox.ts';
import { csvRowParser } from '#adapters/embedded/csv-row-parser.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { zlibUploadReaders } from '#adapters/system/zlib-upload-readers.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { trail } from '#lambdas/shared/trail.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  IMPORTS_TABLE: z.string(),
  IMPORTS_BUCKET: z.string(),
  UPLOADS_QUEUE_URL: z.string(),
  DISPATCH_QUEUE_URL: z.string(),
});
const [dynamo, s3, sqs] = [documentClient(), s3Client(), sqsClient(trail)];

export const handler = createHandler({
  imports: dynamoImportStore(dynamo, env.IMPORTS_TABLE),
  scans: dynamoImportScans(dynamo, env.IMPORTS_TABLE),
  retries: dynamoImportRetries(dynamo, env.IMPORTS_TABLE),
  ledger: dynamoSegmentLedger(dynamo, env.IMPORTS_TABLE),
  uploads: zlibUploadReaders(s3UploadFiles(s3, env.IMPORTS_BUCKET)),
  csv: csvRowParser,
  segments: s3SegmentFiles(s3, env.IMPORTS_BUCKET),
  checkpoints: s3ScanCheckpoints(s3, env.IMPORTS_BUCKET),
  splits: sqsOutbox<SplitMessage>(sqs, env.UPLOADS_QUEUE_URL),
  dispatch: sqsOutbox<DispatchMessage>(sqs, env.DISPATCH_QUEUE_URL),
  clock: systemClock,
  hasher: nodeHasher,
});
