import * as z from 'zod';
import type { DispatchMessage, SplitMessage } from '#contracts/import-messages.ts';
import { documentClient, sqsClient } from '#adapters/aws/clients.ts';
import { s3Client } from '#adapters/aws/s3-client.ts';
import { dynamoImportRetries } from '#adapters/aws/dynamo-import-retries.ts';
import { dynamoImportStore } from '#adapters/aws/dynamo-import-store.ts';
import { dynamoRecordLists } from '#adapters/aws/dynamo-record-lists.ts';
import { dynamoRequestClaims } from '#adapters/aws/dynamo-request-claims.ts';
import { s3UploadFiles } from '#adapters/aws/s3-upload-files.ts';
import { s3UploadLinks } from '#adapters/aws/s3-upload-links.ts';
import { sqsOutbox } from '#adapters/aws/sqs-outbox.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { ulidIds } from '#adapters/system/ulid-ids.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { trail } from '#lambdas/shared/trail.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  IMPORTS_TABLE: z.string(),
  IDEMPOTENCY_TABLE: z.string(),
  IMPORTS_BUCKET: z.string(),
  DISPATCH_QUEUE_URL: z.string(),
  UPLOADS_QUEUE_URL: z.string(),
  PUBLIC_URL: z.url(),
});
const [dynamo, s3, sqs] = [documentClient(), s3Client(), sqsClient(trail)];

export const handler = createHandler({
  imports: dynamoImportStore(dynamo, env.IMPORTS_TABLE),
  claims: dynamoRequestClaims(dynamo, env.IDEMPOTENCY_TABLE),
  lists: dynamoRecordLists(dynamo, env.IMPORTS_TABLE),
  uploads: s3UploadFiles(s3, env.IMPORTS_BUCKET),
  links: s3UploadLinks(s3, env.IMPORTS_BUCKET, systemClock),
  retries: dynamoImportRetries(dynamo, env.IMPORTS_TABLE),
  dispatch: sqsOutbox<DispatchMessage>(sqs, env.DISPATCH_QUEUE_URL),
  splits: sqsOutbox<SplitMessage>(sqs, env.UPLOADS_QUEUE_URL),
  clock: systemClock,
  hasher: nodeHasher,
  ids: ulidIds(),
  publicUrl: env.PUBLIC_URL,
});
