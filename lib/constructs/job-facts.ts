import type { JobSettings } from '#config/schema.ts';
import type { JobId } from '#contracts/job-id.ts';

/** What functions that start and follow a job must know of it. */
export type JobFacts = {
  readonly job: JobId;
  readonly schedule: JobSettings;
  readonly stateMachineArn: string;
  /** Names of the state machine and of its log group, as the console knows them. */
  readonly names: { readonly stateMachine: string; readonly logGroup: string };
};
