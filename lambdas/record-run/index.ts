import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoJobRuns } from '#adapters/aws/dynamo-job-runs.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({ JOBS_TABLE: z.string() });

export const handler = createHandler({
  runs: dynamoJobRuns(documentClient(), env.JOBS_TABLE),
  clock: systemClock,
});
