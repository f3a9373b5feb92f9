import * as z from 'zod';
import { cloudwatchClient } from '#adapters/aws/cloudwatch-client.ts';
import { cloudwatchMetricsReader } from '#adapters/aws/cloudwatch-metrics-reader.ts';
import { documentClient, sqsClient } from '#adapters/aws/clients.ts';
import { dynamoCaseCounts } from '#adapters/aws/dynamo-case-counts.ts';
import { dynamoGenerationStore } from '#adapters/aws/dynamo-generation-store.ts';
import { dynamoImportStore } from '#adapters/aws/dynamo-import-store.ts';
import { dynamoRebuildLanes } from '#adapters/aws/dynamo-rebuild-lanes.ts';
import { dynamoTableComponent } from '#adapters/aws/dynamo-table-component.ts';
import { MetricSources } from '#adapters/aws/metric-sources.ts';
import { sqsQueueComponent } from '#adapters/aws/sqs-queue-component.ts';
import { answerInTime } from '#adapters/system/answer-in-time.ts';
import { nodeInstance } from '#adapters/system/node-instance.ts';
import { remembered } from '#adapters/system/remembered.ts';
import { rememberingMetricsReader } from '#adapters/system/remembering-metrics-reader.ts';
import { systemClock as clock } from '#adapters/system/system-clock.ts';
import { readIndexStatus } from '#core/use-cases/read-index-status.ts';
import { liveSearchIndex } from '#core/search/live-search-index.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { engineOf } from '#lambdas/wiring/engine-of.ts';
import { jsonSetting } from '#lambdas/shared/json-setting.ts';
import { loggedFaults } from '#lambdas/shared/logged-faults.ts';
import { firstGeneration } from '#lambdas/wiring/first-generation.ts';
import { openGenerations } from '#lambdas/wiring/open-generations.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { trail } from '#lambdas/shared/trail.ts';
import { createHandler } from './handler.ts';

/** Counts of a tenant are at most this old. */
const COUNT_SECONDS = 10;

/** Who asks for readiness gives up soon; a part that hangs must not keep the answer from them. */
const PATIENCE_MS = 3_000;

const env = readEnv({
  STAGE: z.string(),
  CASES_TABLE: z.string(),
  ARTICLES_TABLE: z.string(),
  IMPORTS_TABLE: z.string(),
  SEARCH_GENERATIONS_TABLE: z.string(),
  SEARCH_URL: z.string(),
  EMBEDDER: EmbedderName,
  SEGMENTS_QUEUE_URL: z.url(),
  METRIC_SOURCES: jsonSetting(MetricSources),
  METRICS_CACHE_SECONDS: z.coerce.number().int().min(0),
});
const documents = documentClient();
const index = liveSearchIndex(openGenerations(documents, env));
const sources = env.METRIC_SOURCES;
const counts = dynamoCaseCounts(documents, env.CASES_TABLE);
const [rememberCases, rememberVectors] = [
  remembered<number>({ seconds: COUNT_SECONDS, clock }),
  remembered<number>({ seconds: COUNT_SECONDS, clock }),
];

export const handler = createHandler({
  components: [
    dynamoTableComponent(documents, 'database', env.CASES_TABLE),
    dynamoTableComponent(documents, 'knowledge', env.ARTICLES_TABLE),
    dynamoTableComponent(documents, 'imports', env.IMPORTS_TABLE),
    { name: 'vector_store', ping: () => index.ping() },
    sqsQueueComponent(sqsClient(trail), 'queues', env.SEGMENTS_QUEUE_URL),
  ].map((component) => answerInTime(component, PATIENCE_MS)),
  caseCounts: { count: (tenant) => rememberCases(tenant, () => counts.count(tenant)) },
  vectorCounts: {
    engine: engineOf(env.SEARCH_URL),
    count: (tenant) => rememberVectors(tenant, () => index.count(tenant)),
  },
  metrics: rememberingMetricsReader(cloudwatchMetricsReader(cloudwatchClient(), sources, clock), {
    seconds: env.METRICS_CACHE_SECONDS,
    clock,
  }),
  imports: dynamoImportStore(documents, env.IMPORTS_TABLE),
  watched: {
    functions: Object.keys(sources.functions),
    queues: Object.keys(sources.queues),
    deadEnds: Object.keys(sources.deadEnds),
  },
  indexStatus: readIndexStatus({
    store: dynamoGenerationStore(documents, env.SEARCH_GENERATIONS_TABLE),
    lanes: dynamoRebuildLanes(documents, env.SEARCH_GENERATIONS_TABLE, clock),
    first: firstGeneration(env.EMBEDDER),
    clock,
  }),
  instance: nodeInstance(env.STAGE),
  clock,
  faults: loggedFaults,
});
