import type { ClockFace } from './create-clock.ts';

/** One parsed cron expression: for each field the numbers that it names, or undefined for all. */
export type Cron = Readonly<
  Record<'minute' | 'hour' | 'day' | 'month' | 'weekday' | 'year', ReadonlySet<number> | undefined>
>;

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Reads EventBridge's six cron fields: lists, ranges, steps and names; `L`, `W` and `#` are refused. */
export const parseCron = (expression: string): Cron => {
  const fields = expression.trim().split(/\s+/);
  const [minute, hour, day, month, weekday, year] = fields;
  if (fields.length !== 6 || !minute || !hour || !day || !month || !weekday || !year) {
    throw new Error(`cron(${expression}) needs six fields`);
  }
  return {
    minute: parseField(minute, 0, 59),
    hour: parseField(hour, 0, 23),
    day: parseField(day, 1, 31),
    month: parseField(month, 1, 12, MONTHS),
    weekday: parseField(weekday, 1, 7, WEEKDAYS),
    year: parseField(year, 1970, 2199),
  };
};

/** Whether a cron expression is due in the minute that a clock shows. */
export const matchesCron = (cron: Cron, values: ClockFace): boolean => {
  const has = (field: keyof Cron): boolean => cron[field]?.has(values[field]) ?? true;
  return has('minute') && has('hour') && has('day') && has('month') && has('weekday') && has('year');
};

const parseField = (
  field: string,
  least: number,
  most: number,
  names: readonly string[] = [],
): ReadonlySet<number> | undefined => {
  if (field === '*' || field === '?') return undefined;
  const read = (text: string): number => {
    const named = names.indexOf(text.toUpperCase());
    const value = named >= 0 ? named + least : Number(text);
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new Error(`cron field "${field}" is not known to the laptop form`);
    }
    return value;
  };
  return new Set(
    field.split(',').flatMap((part) => {
      const [range = '', step = '1'] = part.split('/');
      const [from = '', to = part.includes('/') ? String(most) : from] =
        range === '*' ? [String(least), String(most)] : range.split('-');
      return numbers(read(from), read(to), Number(step));
    }),
  );
};

const numbers = (from: number, to: number, step: number): readonly number[] => {
  if (!Number.isInteger(step) || step < 1) throw new Error(`cron step ${step} is not a positive number`);
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
};
