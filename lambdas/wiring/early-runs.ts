import type * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoJobRuns } from '#adapters/aws/dynamo-job-runs.ts';
import { dynamoResolvedCounts } from '#adapters/aws/dynamo-resolved-counts.ts';
import { sfnClient } from '#adapters/aws/sfn-client.ts';
import { sfnStateMachines } from '#adapters/aws/sfn-state-machines.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock as clock } from '#adapters/system/system-clock.ts';
import type { EarlyRuns } from '#contracts/early-runs.ts';
import type { KnowledgeGrouping } from '#contracts/knowledge-grouping.ts';
import { countResolved } from '#core/use-cases/count-resolved.ts';
import type { CaseListener } from '#core/use-cases/watch-cases.ts';
import type { JobsSetting } from './jobs-setting.ts';

type EarlyRunsEnv = {
  readonly PATTERNS_TABLE: string;
  readonly JOBS_TABLE: string;
  readonly JOBS: z.infer<typeof JobsSetting>;
  readonly KNOWLEDGE_GROUPING: KnowledgeGrouping;
  readonly EARLY_RUNS: EarlyRuns;
};

/** Counts solved cases and starts runs. */
export const earlyRuns = (env: EarlyRunsEnv): CaseListener => {
  const dynamo = documentClient();
  return countResolved({
    resolved: dynamoResolvedCounts(dynamo, env.PATTERNS_TABLE, clock),
    runs: dynamoJobRuns(dynamo, env.JOBS_TABLE),
    machines: sfnStateMachines(sfnClient(), env.JOBS.stateMachines),
    jobs: env.JOBS.jobs,
    grouping: env.KNOWLEDGE_GROUPING,
    early: env.EARLY_RUNS,
    hasher: nodeHasher,
    clock,
  });
};
