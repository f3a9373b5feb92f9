import * as z from 'zod';

const ISO_8601 =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:[T ](?<clock>\d{2}:\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?\s?(?<zone>Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

const zoneOf = (zone: string | undefined): string => {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`;
};

/** Whether a `YYYY-MM-DD` is a day of the calendar; Date rolls 30 February over to March. */
const isCalendarDay = (day: string): boolean => {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
};

/**
 * Reads an ISO 8601 date or date-time (a space may stand for the T; without a zone it is UTC).
 * Returns it in UTC with milliseconds, or undefined when it is not a date of the calendar.
 */
export const parseIsoDate = (text: string): string | undefined => {
  const parts = ISO_8601.exec(text.trim());
  if (!parts) return undefined;
  const { day = '', clock = '00:00', second = '00', fraction = '0', zone } = parts.groups ?? {};
  if (!isCalendarDay(day)) return undefined;
  const instant = new Date(`${day}T${clock}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}${zoneOf(zone)}`);
  // A year outside 0000–9999, reachable through a zone, would not sort as text.
  return Number.isNaN(instant.getTime()) || instant.toISOString().length !== 24
    ? undefined
    : instant.toISOString();
};

/** A date of the wire, normalised to UTC with milliseconds. */
export const IsoDate = z
  .string()
  .transform((text, context) => {
    const date = parseIsoDate(text);
    if (date !== undefined) return date;
    context.issues.push({
      code: 'custom',
      message: 'not an ISO 8601 date',
      input: text,
      params: { reason: 'invalid_date' },
    });
    return z.NEVER;
  })
  .meta({ description: 'ISO 8601 date or date-time, in UTC when it names no zone' });

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The end of a span of time: a date without a time means its last millisecond, so that the day is part of it. */
export const LastMoment = z
  .string()
  .transform((text) => (DAY.test(text.trim()) ? `${text.trim()}T23:59:59.999Z` : text))
  .pipe(IsoDate)
  .meta({ description: 'ISO 8601 date or date-time; a date without a time includes that day' });
