import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoSearchStats } from '#adapters/aws/dynamo-search-stats.ts';
import { jitteredPause } from '#adapters/system/jittered-pause.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({ SEARCH_STATS_TABLE: z.string() });

export const handler = createHandler({
  stats: dynamoSearchStats(documentClient(), env.SEARCH_STATS_TABLE),
  clock: systemClock,
  pause: jitteredPause,
});
