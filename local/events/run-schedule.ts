import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalContext } from '../local-context.ts';
import type { Running } from '../resource-type.ts';
import { parseSchedule } from './parse-schedule.ts';

type ScheduledRule = {
  readonly expression: string;
  readonly ruleArn: string;
  readonly deliver: (event: unknown) => Promise<void>;
  readonly context: Pick<LocalContext, 'now' | 'log' | 'region' | 'accountId'>;
};

// The clock may be moved by a test, so it is looked at often instead of slept through.
const LOOK_MS = 200;

/** Delivers a "Scheduled Event" whenever the expression is due; a rate is first due one period after the start. */
export const runSchedule = ({ expression, ruleArn, deliver, context }: ScheduledRule): Running => {
  const schedule = parseSchedule(expression);
  const stopping = new AbortController();
  let due = schedule.next(context.now());
  const look = async (): Promise<void> => {
    if (context.now() < due) return;
    const time = due;
    due = schedule.next(context.now());
    await deliver(scheduledEvent(time, ruleArn, context));
  };
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) =>
        context.log('events', `schedule of ${ruleArn}: ${String(error)}`),
      );
      await sleep(LOOK_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  void loop();
  // A delivery that is under way is not waited for: its function may run for minutes.
  return { stop: async () => stopping.abort() };
};

const scheduledEvent = (time: Date, ruleArn: string, { region, accountId }: ScheduledRule['context']) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: accountId,
  time: time.toISOString().replace(/\.\d{3}Z$/, 'Z'),
  region,
  resources: [ruleArn],
  detail: {},
});
