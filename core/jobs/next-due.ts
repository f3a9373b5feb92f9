import type { JobSettings } from './job-settings.ts';

const MINUTE_MS = 60_000;
/** Offsets of all zones in use are multiples of a quarter of an hour. */
const OFFSET_STEP = 15;
const DAY_MINUTES = 24 * 60;

/** Minutes since midnight on a clock of the zone. */
const minuteOfDay = (format: Intl.DateTimeFormat, time: Date): number => {
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  return (parts.get('hour') ?? 0) * 60 + (parts.get('minute') ?? 0);
};

/** When a job's schedule is next due after `now`: the next whole multiple of its interval on the clock of its zone. */
export const nextDue = (
  { everyMinutes, timeZone }: Pick<JobSettings, 'everyMinutes' | 'timeZone'>,
  now: Date,
): Date => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  const step = Math.min(everyMinutes, OFFSET_STEP) * MINUTE_MS;
  const first = Math.floor(now.getTime() / step) * step + step;
  // Two days reach over every change of the clock.
  for (let time = first; time <= first + 2 * DAY_MINUTES * MINUTE_MS; time += step) {
    const due = new Date(time);
    if (minuteOfDay(format, due) % everyMinutes === 0) return due;
  }
  throw new Error(`a schedule of every ${everyMinutes} minutes in ${timeZone} is never due`);
};
