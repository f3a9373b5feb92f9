import * as z from 'zod';
import { documentClient, sqsClient } from '#adapters/aws/clients.ts';
import { dynamoTableComponent } from '#adapters/aws/dynamo-table-component.ts';
import { sqsQueueComponent } from '#adapters/aws/sqs-queue-component.ts';
import { answerInTime } from '#adapters/system/answer-in-time.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { loggedFaults } from '#lambdas/shared/logged-faults.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { openSearchIndex } from '#lambdas/wiring/open-search-index.ts';
import { createHandler } from './handler.ts';

/** Who asks for readiness gives up soon; a part that hangs must not keep the answer from them. */
const PATIENCE_MS = 3_000;

const env = readEnv({
  CASES_TABLE: z.string(),
  IMPORTS_TABLE: z.string(),
  SEARCH_URL: z.string(),
  EMBEDDER: EmbedderName,
  SEGMENTS_QUEUE_URL: z.url(),
});
const index = await openSearchIndex(env.SEARCH_URL, env.EMBEDDER);
const documents = documentClient();

export const handler = createHandler({
  components: [
    dynamoTableComponent(documents, 'database', env.CASES_TABLE),
    dynamoTableComponent(documents, 'imports', env.IMPORTS_TABLE),
    { name: 'vector_store', ping: () => index.ping() },
    sqsQueueComponent(sqsClient(), 'queues', env.SEGMENTS_QUEUE_URL),
  ].map((component) => answerInTime(component, PATIENCE_MS)),
  clock: systemClock,
  faults: loggedFaults,
});
