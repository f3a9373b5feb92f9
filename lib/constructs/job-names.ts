import type { Settings } from '#config/schema.ts';
import type { JobId } from '#contracts/job-id.ts';
import { fullName } from './full-name.ts';
import type { JobFacts } from './job-facts.ts';

/** Names of a job's state machine and of its log group; they are known before either is made. */
export const jobNames = (settings: Settings, job: JobId): JobFacts['names'] => {
  const name = fullName(settings, job.replaceAll('_', '-'));
  // Log groups of this beginning share one resource policy, which is limited in length.
  return { stateMachine: name, logGroup: `/aws/vendedlogs/states/${name}` };
};
