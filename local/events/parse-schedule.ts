import { createClock } from './create-clock.ts';
import { matchesCron, parseCron } from './cron.ts';

/** When a schedule is due: for a time, the next time after it. */
export type Schedule = { next(after: Date): Date };

const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const MINUTE_MS = 60_000;
const HORIZON_MINUTES = 366 * 24 * 60;

/** Reads EventBridge's `rate(…)` and `cron(…)` expressions, the latter on the clock of a time zone; throws on any other. */
export const parseSchedule = (expression: string, timeZone = 'UTC'): Schedule => {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (count !== undefined && unit !== undefined) return everySoOften(Number(count) * (UNIT_MS[unit] ?? 0));
  const [, fields] = /^cron\((.*)\)$/.exec(expression) ?? [];
  if (fields === undefined) throw new Error(`Schedule "${expression}" is neither rate(…) nor cron(…)`);
  return byCalendar(fields, timeZone);
};

const everySoOften = (period: number): Schedule => {
  if (period <= 0) throw new Error('A rate must be positive');
  return { next: (after) => new Date(after.getTime() + period) };
};

const byCalendar = (fields: string, timeZone: string): Schedule => {
  const cron = parseCron(fields);
  const read = createClock(timeZone);
  return {
    next(after) {
      const first = Math.floor(after.getTime() / MINUTE_MS) + 1;
      for (let minute = first; minute < first + HORIZON_MINUTES; minute += 1) {
        const time = new Date(minute * MINUTE_MS);
        if (matchesCron(cron, read(time))) return time;
      }
      throw new Error(`cron(${fields}) is not due within a year`);
    },
  };
};
