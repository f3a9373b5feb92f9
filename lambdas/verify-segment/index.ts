import * as z from 'zod';
import type { DispatchMessage, VerifyMessage } from '#contracts/import-messages.ts';
import { documentClient, sqsClient } from '#adapters/aws/clients.ts';
import { dynamoCaseHeads } from '#adapters/aws/dynamo-case-heads.ts';
import { dynamoImportStore } from '#adapters/aws/dynamo-import-store.ts';
import { dynamoSegmentLedger } from '#adapters/aws/dynamo-segment-ledger.ts';
import { sqsOutbox } from '#adapters/aws/sqs-outbox.ts';
import { sqsRepairQueue } from '#adapters/aws/sqs-repair-queue.ts';
import { liveSearchIndex } from '#core/search/live-search-index.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { openGuardedGenerations } from '#lambdas/wiring/open-guarded-generations.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { trail } from '#lambdas/shared/trail.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  IMPORTS_TABLE: z.string(),
  CASES_TABLE: z.string(),
  SEARCH_GENERATIONS_TABLE: z.string(),
  SEARCH_URL: z.string(),
  EMBEDDER: EmbedderName,
  BREAKERS_TABLE: z.string(),
  VERIFICATION_QUEUE_URL: z.string(),
  REPAIRS_QUEUE_URL: z.string(),
  DISPATCH_QUEUE_URL: z.string(),
});
const [dynamo, sqs] = [documentClient(), sqsClient(trail)];

export const handler = createHandler({
  imports: dynamoImportStore(dynamo, env.IMPORTS_TABLE),
  ledger: dynamoSegmentLedger(dynamo, env.IMPORTS_TABLE),
  heads: dynamoCaseHeads(dynamo, env.CASES_TABLE),
  index: liveSearchIndex(openGuardedGenerations(dynamo, env)),
  repairs: sqsRepairQueue(sqs, env.REPAIRS_QUEUE_URL),
  verification: sqsOutbox<VerifyMessage>(sqs, env.VERIFICATION_QUEUE_URL),
  dispatch: sqsOutbox<DispatchMessage>(sqs, env.DISPATCH_QUEUE_URL),
});
