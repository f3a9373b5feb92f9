import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoBreakerStore } from '#adapters/aws/dynamo-breaker-store.ts';
import { lambdaClient } from '#adapters/aws/lambda-client.ts';
import { lambdaEventSources } from '#adapters/aws/lambda-event-sources.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { BreakerName } from '#contracts/breaker.ts';
import { probeEmbedder } from '#core/breakers/probe-embedder.ts';
import { liveSearchIndex } from '#core/search/live-search-index.ts';
import { EmbedderName } from '#lambdas/wiring/embedder-name.ts';
import { openEmbedder } from '#lambdas/wiring/open-embedder.ts';
import { openGenerations } from '#lambdas/wiring/open-generations.ts';
import { jsonSetting } from '#lambdas/shared/json-setting.ts';
import { loggedFaults } from '#lambdas/shared/logged-faults.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  BREAKERS_TABLE: z.string(),
  SEARCH_GENERATIONS_TABLE: z.string(),
  SEARCH_URL: z.string(),
  EMBEDDER: EmbedderName,
  MAPPINGS: jsonSetting(z.partialRecord(BreakerName, z.array(z.string()))),
});

const dynamo = documentClient();
// Nothing is opened before it is asked, and the model only for its own probe: most of the time nothing is out.
const [index, models] = [
  liveSearchIndex(openGenerations(dynamo, env)),
  openGenerations(dynamo, env, openEmbedder),
];

export const handler = createHandler({
  breakers: dynamoBreakerStore(dynamo, env.BREAKERS_TABLE),
  sources: lambdaEventSources(lambdaClient()),
  mappings: env.MAPPINGS,
  probes: {
    vector_store: () => index.ping(),
    external_api: async () => probeEmbedder((await models.live()).embedder),
  },
  clock: systemClock,
  faults: loggedFaults,
});
