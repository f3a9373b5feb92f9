/** What a clock and a calendar show; the week begins on Sunday with 1, as EventBridge counts. */
export type ClockFace = Readonly<Record<'minute' | 'hour' | 'day' | 'month' | 'weekday' | 'year', number>>;

/** Makes the clock of a time zone (IANA name). */
export const createClock = (timeZone: string): ((time: Date) => ClockFace) => {
  if (timeZone === 'UTC') return utc;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  return (time) => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    // The same face in UTC knows its day of the week.
    return utc(new Date(Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'))));
  };
};

const utc = (time: Date): ClockFace => ({
  minute: time.getUTCMinutes(),
  hour: time.getUTCHours(),
  day: time.getUTCDate(),
  month: time.getUTCMonth() + 1,
  weekday: time.getUTCDay() + 1,
  year: time.getUTCFullYear(),
});
