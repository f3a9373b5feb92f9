import * as z from 'zod';
import type { DispatchMessage, VerifyMessage } from '#contracts/import-messages.ts';
import { documentClient, sqsClient } from '#adapters/aws/clients.ts';
import { s3Client } from '#adapters/aws/s3-client.ts';
import { dynamoCaseHeads } from '#adapters/aws/dynamo-case-heads.ts';
import { dynamoChunkWriter } from '#adapters/aws/dynamo-chunk-writer.ts';
import { dynamoImportStore } from '#adapters/aws/dynamo-import-store.ts';
import { dynamoSegmentLedger } from '#adapters/aws/dynamo-segment-ledger.ts';
import { s3OverflowTexts } from '#adapters/aws/s3-overflow-texts.ts';
import { s3SegmentFiles } from '#adapters/aws/s3-segment-files.ts';
import { sqsOutbox } from '#adapters/aws/sqs-outbox.ts';
import { tinyldLanguageDetector } from '#adapters/embedded/tinyld-language-detector.ts';
import { jitteredPause } from '#adapters/system/jittered-pause.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { measuredChunkWriter } from '#lambdas/wiring/measured-chunk-writer.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { trail } from '#lambdas/shared/trail.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  IMPORTS_TABLE: z.string(),
  IMPORTS_BUCKET: z.string(),
  CASES_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
  DISPATCH_QUEUE_URL: z.string(),
  VERIFICATION_QUEUE_URL: z.string(),
});
const [dynamo, s3, sqs] = [documentClient(), s3Client(), sqsClient(trail)];
const tables = { cases: env.CASES_TABLE, imports: env.IMPORTS_TABLE };

export const handler = createHandler({
  imports: dynamoImportStore(dynamo, env.IMPORTS_TABLE),
  ledger: dynamoSegmentLedger(dynamo, env.IMPORTS_TABLE),
  segments: s3SegmentFiles(s3, env.IMPORTS_BUCKET),
  heads: dynamoCaseHeads(dynamo, env.CASES_TABLE),
  chunks: measuredChunkWriter(dynamoChunkWriter(dynamo, tables, s3OverflowTexts(s3, env.CONTENT_BUCKET))),
  dispatch: sqsOutbox<DispatchMessage>(sqs, env.DISPATCH_QUEUE_URL),
  verification: sqsOutbox<VerifyMessage>(sqs, env.VERIFICATION_QUEUE_URL),
  clock: systemClock,
  pause: jitteredPause,
  languages: tinyldLanguageDetector,
});
