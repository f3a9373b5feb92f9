import { setTimeout as sleep } from 'node:timers/promises';
import { parseSchedule } from '../events/parse-schedule.ts';
import type { LocalContext } from '../local-context.ts';
import type { Running } from '../resource-type.ts';
import { readScheduleCheckpoint, writeScheduleCheckpoint } from './schedule-checkpoint.ts';

type ScheduleSettings = {
  readonly name: string;
  readonly expression: string;
  readonly timeZone: string;
  /** Where it notes up to which time it has fired. */
  readonly file: string;
  /** Delivers one firing; a rejection is a firing that is given up. */
  readonly fire: (due: Date) => Promise<void>;
  readonly context: Pick<LocalContext, 'now' | 'log'>;
};

// The clock may be moved by a test, so it is looked at often instead of slept through.
const LOOK_MS = 200;
/** Firings that are made up for after a long absence, the newest; the target decides whether they are too late. */
const MOST_OVERDUE = 24;

/**
 * Fires at each time that is due, in order, those of an absence too: a kill between a firing and its note lets it fire
 * again, as Scheduler may. A schedule that is new or has changed begins now.
 */
export const runSchedule = (settings: ScheduleSettings): Running => {
  const { name, expression, timeZone, file, fire, context } = settings;
  const schedule = parseSchedule(expression, timeZone);
  const stopping = new AbortController();
  const note = (through: Date): Date => {
    writeScheduleCheckpoint(file, { expression, timeZone, firedThrough: through.toISOString() });
    return through;
  };
  const before = readScheduleCheckpoint(file);
  let through =
    before?.expression === expression && before.timeZone === timeZone
      ? new Date(before.firedThrough)
      : note(context.now());

  const overdue = (): readonly Date[] => {
    const due: Date[] = [];
    for (let next = schedule.next(through); next <= context.now(); next = schedule.next(next)) due.push(next);
    if (due.length > MOST_OVERDUE)
      context.log('scheduler', `${name}: ${due.length - MOST_OVERDUE} times of a long absence are left out`);
    return due.slice(-MOST_OVERDUE);
  };

  const look = async (): Promise<void> => {
    for (const due of overdue()) {
      if (stopping.signal.aborted) return;
      await fire(due).catch((error: unknown) => context.log('scheduler', `${name}: ${String(error)}`));
      through = note(due);
    }
  };

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) => context.log('scheduler', `${name}: ${String(error)}`));
      await sleep(LOOK_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  void loop();
  return { stop: async () => stopping.abort() };
};
