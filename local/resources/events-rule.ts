import { z } from 'zod';
import { createTarget, Target } from '../events/create-target.ts';
import type { EventBus } from '../events/create-event-bus.ts';
import { EventPattern, matchesEventPattern } from '../events/match-event-pattern.ts';
import { runSchedule } from '../events/run-schedule.ts';
import type { LocalContext } from '../local-context.ts';
import { physicalName } from '../physical-name.ts';
import type { Resource, ResourceType, Running } from '../resource-type.ts';

const Named = z.object({ Name: z.string() });

const Properties = z.object({
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  EventPattern: EventPattern.optional(),
  ScheduleExpression: z.string().optional(),
  Targets: z.array(Target).default([]),
});

const ruleName = (resource: Resource): string => {
  const named = Named.safeParse(resource.properties);
  return named.success ? named.data.Name : physicalName(resource);
};

const ruleArn = (resource: Resource, { region, accountId }: LocalContext): string =>
  `arn:aws:events:${region}:${accountId}:rule/${ruleName(resource)}`;

/** A rule of the default event bus: by pattern, by schedule or both, to queues and functions. */
export const eventsRule = (bus: EventBus): ResourceType => ({
  type: 'AWS::Events::Rule',
  identify: (resource, context) => ({
    ref: ruleName(resource),
    attributes: { Arn: ruleArn(resource, context) },
  }),
  async start(resource, context) {
    const rule = Properties.parse(resource.properties);
    if (rule.State === 'DISABLED') return undefined;
    const targets = rule.Targets.map((target) => createTarget(target, context));
    const deliver = async (event: unknown): Promise<void> => {
      await Promise.all(targets.map(async (target) => target.send(event)));
    };
    const running: Running[] = [];
    const { EventPattern: pattern, ScheduleExpression: schedule } = rule;
    if (pattern !== undefined) {
      const unsubscribe = bus.subscribe(ruleArn(resource, context), async (event) => {
        if (matchesEventPattern(pattern, event)) await deliver(event);
      });
      running.push({ stop: async () => unsubscribe() });
    }
    if (schedule !== undefined) {
      running.push(
        runSchedule({ expression: schedule, ruleArn: ruleArn(resource, context), deliver, context }),
      );
    }
    return {
      async stop() {
        for (const part of [...running, ...targets]) await part.stop();
      },
    };
  },
});
