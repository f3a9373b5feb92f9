import * as z from 'zod';
import type { DispatchMessage } from '#contracts/import-messages.ts';
import { documentClient, s3Client, sqsClient } from '#adapters/aws/clients.ts';
import { dynamoImportStore } from '#adapters/aws/dynamo-import-store.ts';
import { dynamoRecordLists } from '#adapters/aws/dynamo-record-lists.ts';
import { s3UploadFiles } from '#adapters/aws/s3-upload-files.ts';
import { s3UploadLinks } from '#adapters/aws/s3-upload-links.ts';
import { sqsOutbox } from '#adapters/aws/sqs-outbox.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { ulidIds } from '#adapters/system/ulid-ids.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  IMPORTS_TABLE: z.string(),
  IMPORTS_BUCKET: z.string(),
  DISPATCH_QUEUE_URL: z.string(),
  PUBLIC_URL: z.url(),
});
const [dynamo, s3] = [documentClient(), s3Client()];

export const handler = createHandler({
  imports: dynamoImportStore(dynamo, env.IMPORTS_TABLE),
  lists: dynamoRecordLists(dynamo, env.IMPORTS_TABLE),
  uploads: s3UploadFiles(s3, env.IMPORTS_BUCKET),
  links: s3UploadLinks(s3, env.IMPORTS_BUCKET, systemClock),
  dispatch: sqsOutbox<DispatchMessage>(sqsClient(), env.DISPATCH_QUEUE_URL),
  clock: systemClock,
  ids: ulidIds(),
  publicUrl: env.PUBLIC_URL,
});
