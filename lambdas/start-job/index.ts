import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoJobRuns } from '#adapters/aws/dynamo-job-runs.ts';
import { sfnClient } from '#adapters/aws/sfn-client.ts';
import { sfnStateMachines } from '#adapters/aws/sfn-state-machines.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { JobsSetting } from '#lambdas/wiring/jobs-setting.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({ JOBS_TABLE: z.string(), JOBS: JobsSetting });

export const handler = createHandler({
  runs: dynamoJobRuns(documentClient(), env.JOBS_TABLE),
  machines: sfnStateMachines(sfnClient(), env.JOBS.stateMachines),
  jobs: env.JOBS.jobs,
  clock: systemClock,
});
