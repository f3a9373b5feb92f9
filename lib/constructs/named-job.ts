import { ArnFormat, type Stack } from 'aws-cdk-lib';
import type { Settings } from '#config/schema.ts';
import type { JobId } from '#contracts/job-id.ts';
import type { JobFacts } from './job-facts.ts';
import { jobNames } from './job-names.ts';

/** A job by its name, for functions of stacks that are made before that of the jobs. */
export const namedJob = (stack: Stack, settings: Settings, job: JobId): JobFacts => {
  const names = jobNames(settings, job);
  return {
    job,
    names,
    schedule: settings.jobs[job],
    stateMachineArn: stack.formatArn({
      service: 'states',
      resource: 'stateMachine',
      resourceName: names.stateMachine,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }),
  };
};
