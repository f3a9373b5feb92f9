import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoBreakerStore } from '#adapters/aws/dynamo-breaker-store.ts';
import { dynamoJobRuns } from '#adapters/aws/dynamo-job-runs.ts';
import { dynamoRequestClaims } from '#adapters/aws/dynamo-request-claims.ts';
import { sfnClient } from '#adapters/aws/sfn-client.ts';
import { sfnStateMachines } from '#adapters/aws/sfn-state-machines.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { ulidIds } from '#adapters/system/ulid-ids.ts';
import { JobsSetting } from '#lambdas/wiring/jobs-setting.ts';
import { SourceTenant } from '#lambdas/wiring/source-tenant.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  JOBS_TABLE: z.string(),
  IDEMPOTENCY_TABLE: z.string(),
  BREAKERS_TABLE: z.string(),
  JOBS: JobsSetting,
  CASE_TENANT: SourceTenant,
});
const documents = documentClient();

export const handler = createHandler({
  runs: dynamoJobRuns(documents, env.JOBS_TABLE),
  machines: sfnStateMachines(sfnClient(), env.JOBS.stateMachines),
  jobs: env.JOBS.jobs,
  consoles: env.JOBS.consoles,
  breakers: dynamoBreakerStore(documents, env.BREAKERS_TABLE),
  sourceTenant: env.CASE_TENANT,
  claims: dynamoRequestClaims(documents, env.IDEMPOTENCY_TABLE),
  clock: systemClock,
  hasher: nodeHasher,
  ids: ulidIds(),
});
