import type { Stack } from 'aws-cdk-lib';
import type { JobFacts } from './job-facts.ts';

/** What functions that start and follow jobs are told of them, as JSON: settings, state machines and, in the cloud, pages of the console. */
export const jobBook = (stack: Stack, jobs: readonly JobFacts[], inCloud: boolean): string =>
  stack.toJsonString(
    Object.fromEntries(
      jobs.map(({ job, schedule, stateMachineArn, names }) => [
        job,
        {
          state_machine: stateMachineArn,
          every_minutes: schedule.everyMinutes,
          time_zone: schedule.timeZone,
          grace_seconds: schedule.graceSeconds,
          most_instances: schedule.mostInstances,
          enabled: schedule.enabled,
          ...(inCloud && {
            console: {
              region: stack.region,
              account_id: stack.account,
              state_machine: names.stateMachine,
              log_group: names.logGroup,
            },
          }),
        },
      ]),
    ),
  );
