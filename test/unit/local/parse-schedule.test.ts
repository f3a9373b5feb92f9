import { describe, expect, it } from 'vitest';
import { parseSchedule } from '#local/events/parse-schedule.ts';

// A Sunday.
const NOW = new Date('2026-11-22T04:31:20Z');

describe('parseSchedule', () => {
  it.each([
    ['rate(1 minute)', '2026-11-22T04:32:20.000Z'],
    ['rate(2 hours)', '2026-11-22T06:31:20.000Z'],
    ['rate(7 days)', '2026-11-29T04:31:20.000Z'],
    ['cron(* * * * ? *)', '2026-11-22T04:32:00.000Z'],
    ['cron(0/15 * * * ? *)', '2026-11-22T04:45:00.000Z'],
    ['cron(30 6 * * ? *)', '2026-11-22T06:30:00.000Z'],
    ['cron(0 2 ? * MON-FRI *)', '2026-11-23T02:00:00.000Z'],
    ['cron(0 0 1 1,7 ? *)', '2027-01-01T00:00:00.000Z'],
    ['cron(5,10 3 ? * SUN *)', '2026-11-29T03:05:00.000Z'],
  ])('%s is next due at %s', (expression, next) => {
    expect(parseSchedule(expression).next(NOW).toISOString()).toBe(next);
  });

  it.each([
    'every minute',
    'rate(1 week)',
    'rate(0 minutes)',
    'cron(* * * *)',
    'cron(0 0 L * ? *)',
    'cron(61 * * * ? *)',
  ])('refuses %s', (expression) => {
    expect(() => parseSchedule(expression)).toThrow(/./);
  });
});
