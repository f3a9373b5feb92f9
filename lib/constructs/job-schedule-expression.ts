const HOUR = 60;
const DAY = 24 * HOUR;

/** EventBridge Scheduler's cron expression for every so many minutes, counted from midnight; settings allow only those that fall on the same times each day. */
export const jobScheduleExpression = (minutes: number): string => {
  if (minutes < HOUR) return `cron(0/${minutes} * * * ? *)`;
  return minutes === DAY ? 'cron(0 0 * * ? *)' : `cron(0 0/${minutes / HOUR} * * ? *)`;
};
