import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { Iam } from '../iam/create-iam.ts';
import type { LocalContext } from '../local-context.ts';
import { physicalName } from '../physical-name.ts';
import type { Resource, ResourceType } from '../resource-type.ts';
import { invokeTarget } from '../scheduler/invoke-target.ts';
import { runSchedule } from '../scheduler/run-schedule.ts';
import { StartRefusal } from '../start-refusal.ts';

const Named = z.object({ Name: z.string() });

const Properties = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  FlexibleTimeWindow: z.object({ Mode: z.literal('OFF', { error: 'a flexible window is not known here' }) }),
  GroupName: z.undefined({ error: 'groups are not known here' }).optional(),
  StartDate: z.undefined({ error: 'a start is not known here' }).optional(),
  EndDate: z.undefined({ error: 'an end is not known here' }).optional(),
  Target: z.object({
    Arn: z.string().regex(/^arn:aws:lambda:/, { error: 'only functions are targets here' }),
    RoleArn: z.string(),
    Input: z.string().default('{}'),
    DeadLetterConfig: z.undefined({ error: 'dead letters are not known here' }).optional(),
  }),
});

const nameOf = (resource: Resource): string => {
  const named = Named.safeParse(resource.properties);
  return named.success ? named.data.Name : physicalName(resource);
};

const arnOf = (resource: Resource, { region, accountId }: LocalContext): string =>
  `arn:aws:scheduler:${region}:${accountId}:schedule/default/${nameOf(resource)}`;

/** Fires a schedule in its time zone, unless it is told not to, and notes on disk up to when, so that what falls into an absence is delivered late. */
export const schedulerSchedule = (iam: Pick<Iam, 'employ' | 'refusalOf'>, fires = true): ResourceType => ({
  type: 'AWS::Scheduler::Schedule',

  identify(resource, context) {
    return { ref: nameOf(resource), attributes: { Arn: arnOf(resource, context) } };
  },

  async start(resource, context) {
    const parsed = Properties.safeParse(resource.properties);
    if (!parsed.success)
      throw new StartRefusal(
        `Schedule ${resource.logicalId} cannot run on the laptop: ${z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ')}.`,
      );
    const { State, ScheduleExpression, ScheduleExpressionTimezone, Target } = parsed.data;
    if (State === 'DISABLED') return undefined;
    const scheduleArn = arnOf(resource, context);
    iam.employ(scheduleArn, Target.RoleArn);
    if (!fires) return undefined;
    return runSchedule({
      name: nameOf(resource),
      expression: ScheduleExpression,
      timeZone: ScheduleExpressionTimezone,
      file: join(context.dataDirectory, 'schedules', `${nameOf(resource)}.json`),
      fire: invokeTarget(
        { scheduleArn, functionArn: Target.Arn, input: Target.Input },
        { ...context, iam, newId: randomUUID },
      ),
      context,
    });
  },
});
