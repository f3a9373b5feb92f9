import * as z from 'zod';
import { JobId } from '#contracts/job-id.ts';
import type { JobSettings } from '#core/jobs/job-settings.ts';
import type { JobConsole } from '#core/jobs/run-links.ts';
import { jsonSetting } from '#lambdas/shared/json-setting.ts';

const Job = z.object({
  state_machine: z.string(),
  every_minutes: z.int(),
  time_zone: z.string(),
  grace_seconds: z.int(),
  most_instances: z.int(),
  enabled: z.boolean(),
  console: z
    .object({
      region: z.string(),
      account_id: z.string(),
      state_machine: z.string(),
      log_group: z.string(),
    })
    .optional(),
});
type Job = z.infer<typeof Job>;

const settingsOf = (job: Job): JobSettings => ({
  everyMinutes: job.every_minutes,
  timeZone: job.time_zone,
  graceSeconds: job.grace_seconds,
  mostInstances: job.most_instances,
  enabled: job.enabled,
});

const consoleOf = ({ console: where }: Job): JobConsole | undefined =>
  where && {
    region: where.region,
    accountId: where.account_id,
    stateMachine: where.state_machine,
    logGroup: where.log_group,
  };

/** The environment variable `JOBS`: how each job of the environment is run, the ARN of its state machine, and where the AWS console shows it. */
export const JobsSetting = jsonSetting(z.partialRecord(JobId, Job)).transform((jobs) => {
  const ofEach = <Value>(of: (job: Job) => Value): Partial<Record<JobId, Value>> =>
    Object.fromEntries(Object.entries(jobs).map(([id, job]) => [id, of(job)]));
  return {
    jobs: ofEach(settingsOf),
    stateMachines: ofEach((job) => job.state_machine),
    consoles: ofEach(consoleOf),
  };
});
