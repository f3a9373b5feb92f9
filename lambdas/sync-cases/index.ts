import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoBreakerStore } from '#adapters/aws/dynamo-breaker-store.ts';
import { dynamoCaseHeads } from '#adapters/aws/dynamo-case-heads.ts';
import { dynamoCaseOrigins } from '#adapters/aws/dynamo-case-origins.ts';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { dynamoImportStore } from '#adapters/aws/dynamo-import-store.ts';
import { dynamoJobRuns } from '#adapters/aws/dynamo-job-runs.ts';
import { dynamoProductStore } from '#adapters/aws/dynamo-product-store.ts';
import { dynamoSyncCursors } from '#adapters/aws/dynamo-sync-cursors.ts';
import { s3Client } from '#adapters/aws/s3-client.ts';
import { s3OverflowTexts } from '#adapters/aws/s3-overflow-texts.ts';
import { s3UploadFiles } from '#adapters/aws/s3-upload-files.ts';
import { openCasePool } from '#adapters/postgres/open-case-pool.ts';
import { postgresCaseSource } from '#adapters/postgres/postgres-case-source.ts';
import { jitteredPause } from '#adapters/system/jittered-pause.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { CaseConnection } from '#contracts/case-connection.ts';
import { CaseMapping } from '#contracts/case-source.ts';
import { CaseSyncSettings } from '#contracts/case-sync.ts';
import { TenantId } from '#contracts/principal.ts';
import { guardedCaseSource } from '#core/breakers/guarded-case-source.ts';
import { jsonSetting } from '#lambdas/shared/json-setting.ts';
import { log } from '#lambdas/shared/log.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { syncTrail } from '#lambdas/wiring/sync-trail.ts';
import { createHandler } from './handler.ts';

const env = readEnv({
  CASE_CONNECTION: jsonSetting(CaseConnection),
  CASE_MAPPING: jsonSetting(CaseMapping),
  CASE_TENANT: TenantId,
  CASE_BATCH_SIZE: z.coerce.number().int(),
  CASE_OVERLAP_SECONDS: z.coerce.number().int(),
  CASE_RESOLVED_STATUSES: jsonSetting(z.array(z.string())),
  CASE_DELETIONS: jsonSetting(CaseSyncSettings.shape.deletions),
  BREAKERS_TABLE: z.string(),
  JOBS_TABLE: z.string(),
  SOURCE_TABLE: z.string(),
  IMPORTS_TABLE: z.string(),
  IMPORTS_BUCKET: z.string(),
  CASES_TABLE: z.string(),
  CONTENT_BUCKET: z.string(),
});
const [dynamo, s3] = [documentClient(), s3Client()];
const pool = await openCasePool(env.CASE_CONNECTION, (error) => log('CASE_DATABASE_LINE_LOST', { error }));

export const handler = createHandler({
  source: guardedCaseSource(
    { breakers: dynamoBreakerStore(dynamo, env.BREAKERS_TABLE), clock: systemClock },
    postgresCaseSource(pool, env.CASE_MAPPING, nodeHasher),
  ),
  runs: dynamoJobRuns(dynamo, env.JOBS_TABLE),
  cursors: dynamoSyncCursors(dynamo, env.SOURCE_TABLE),
  products: dynamoProductStore(dynamo, env.SOURCE_TABLE, systemClock),
  imports: dynamoImportStore(dynamo, env.IMPORTS_TABLE),
  uploads: s3UploadFiles(s3, env.IMPORTS_BUCKET),
  heads: dynamoCaseHeads(dynamo, env.CASES_TABLE),
  origins: dynamoCaseOrigins(dynamo, env.CASES_TABLE),
  cases: dynamoCaseStore(dynamo, env.CASES_TABLE, s3OverflowTexts(s3, env.CONTENT_BUCKET)),
  clock: systemClock,
  hasher: nodeHasher,
  pause: jitteredPause,
  trail: syncTrail,
  settings: {
    tenant: env.CASE_TENANT,
    batchSize: env.CASE_BATCH_SIZE,
    overlapSeconds: env.CASE_OVERLAP_SECONDS,
    resolvedStatuses: env.CASE_RESOLVED_STATUSES,
    deletions: env.CASE_DELETIONS,
  },
});
