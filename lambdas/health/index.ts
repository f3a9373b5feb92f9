import * as z from 'zod';
import { documentClient, sqsClient } from '#adapters/aws/clients.ts';
import { dynamoBreakerStore } from '#adapters/aws/dynamo-breaker-store.ts';
import { dynamoCaseCounts } from '#adapters/aws/dynamo-case-counts.ts';
import { dynamoHealthResults } from '#adapters/aws/dynamo-health-results.ts';
import { dynamoImportStore } from '#adapters/aws/dynamo-import-store.ts';
import { dynamoJobRuns } from '#adapters/aws/dynamo-job-runs.ts';
import { MetricSources } from '#adapters/aws/metric-sources.ts';
import { nodeInstance } from '#adapters/system/node-instance.ts';
import { remembered } from '#adapters/system/remembered.ts';
import { systemClock as clock } from '#adapters/system/system-clock.ts';
import { liveSearchIndex } from '#core/search/live-search-index.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { engineOf } from '#lambdas/wiring/engine-of.ts';
import { jsonSetting } from '#lambdas/shared/json-setting.ts';
import { loggedFaults } from '#lambdas/shared/logged-faults.ts';
import { openGenerations } from '#lambdas/wiring/open-generations.ts';
import { openIndexStatus } from '#lambdas/wiring/open-index-status.ts';
import { openMetrics } from '#lambdas/wiring/open-metrics.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { SourceTenant } from '#lambdas/wiring/source-tenant.ts';
import { serviceComponents } from '#lambdas/wiring/service-components.ts';
import { trail } from '#lambdas/shared/trail.ts';
import { createHandler } from './handler.ts';

/** Counts of a tenant are at most this old. */
const COUNT_SECONDS = 10;

const env = readEnv({
  STAGE: z.string(),
  CASES_TABLE: z.string(),
  ARTICLES_TABLE: z.string(),
  IMPORTS_TABLE: z.string(),
  SEARCH_GENERATIONS_TABLE: z.string(),
  JOBS_TABLE: z.string(),
  SEARCH_URL: z.string(),
  EMBEDDER: EmbedderName,
  BREAKERS_TABLE: z.string(),
  SEGMENTS_QUEUE_URL: z.url(),
  METRIC_SOURCES: jsonSetting(MetricSources),
  METRICS_CACHE_SECONDS: z.coerce.number().int().min(0),
  CASE_TENANT: SourceTenant,
});
const documents = documentClient();
const index = liveSearchIndex(openGenerations(documents, env));
const counts = dynamoCaseCounts(documents, env.CASES_TABLE);
const [rememberCases, rememberVectors, rememberIndexed] = [
  remembered<number>({ seconds: COUNT_SECONDS, clock }),
  remembered<number>({ seconds: COUNT_SECONDS, clock }),
  remembered<number>({ seconds: COUNT_SECONDS, clock }),
];

export const handler = createHandler({
  components: serviceComponents({ documents, sqs: sqsClient(trail) }, index, env),
  caseCounts: { count: (tenant) => rememberCases(tenant, () => counts.count(tenant)) },
  vectorCounts: {
    engine: engineOf(env.SEARCH_URL),
    count: (tenant) => rememberVectors(tenant, () => index.count(tenant)),
  },
  indexedCases: {
    count: (tenant, createdFrom) =>
      rememberIndexed(`${tenant} ${createdFrom === undefined ? 'all' : 'new'}`, () =>
        index.count(tenant, { kinds: ['case'], filters: { createdFrom } }),
      ),
  },
  runs: dynamoJobRuns(documents, env.JOBS_TABLE),
  sourceTenant: env.CASE_TENANT,
  ...openMetrics(env.METRIC_SOURCES, env.METRICS_CACHE_SECONDS),
  breakers: dynamoBreakerStore(documents, env.BREAKERS_TABLE),
  imports: dynamoImportStore(documents, env.IMPORTS_TABLE),
  results: dynamoHealthResults(documents, env.JOBS_TABLE),
  indexStatus: openIndexStatus(documents, env),
  instance: nodeInstance(env.STAGE),
  clock,
  faults: loggedFaults,
});
