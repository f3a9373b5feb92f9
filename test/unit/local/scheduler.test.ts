import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseSchedule } from '#local/events/parse-schedule.ts';
import { schedulerSchedule } from '#local/resources/scheduler-schedule.ts';
import { aLocalContext } from '#test/support/a-local-context.ts';
import { until } from '#test/support/until.ts';

const START_JOB = 'arn:aws:lambda:us-east-1:000000000000:function:start-job';

type Firing = { at: string; execution: string };

const temporary = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'caselore-schedules-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
};

const setup = async ({
  dataDirectory = temporary(),
  now = '2026-11-22T04:31:00.000Z',
  refused = false,
  failures = 0,
  properties = {},
  fires = true,
}: {
  dataDirectory?: string;
  now?: string;
  refused?: boolean;
  failures?: number;
  properties?: object;
  fires?: boolean;
} = {}) => {
  const fired: Firing[] = [];
  const logged: string[] = [];
  const clock = { time: new Date(now), failures };
  const context = aLocalContext({
    dataDirectory,
    now: () => clock.time,
    log: (subject, line) => void logged.push(`${subject}: ${line}`),
    invoke: async (_, event) => {
      if (clock.failures > 0) {
        clock.failures -= 1;
        return { ok: false, errorType: 'Error', errorMessage: 'not now' };
      }
      fired.push(event as Firing);
      return { ok: true, payload: null };
    },
  });
  const iam = {
    employ: () => ({ accessKeyId: '', secretAccessKey: '' }),
    refusalOf: async () =>
      refused ? { action: '', resource: '', principal: '', message: 'not authorized' } : undefined,
  };
  const resource = {
    stack: 's',
    logicalId: 'Schedule',
    type: 'AWS::Scheduler::Schedule',
    metadata: undefined,
    properties: {
      Name: 'job',
      ScheduleExpression: 'cron(0/15 * * * ? *)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: START_JOB,
        RoleArn: 'arn:aws:iam::000000000000:role/r',
        Input: '{"at":"<aws.scheduler.scheduled-time>","execution":"<aws.scheduler.execution-id>"}',
      },
      ...properties,
    },
  };
  const schedule = schedulerSchedule(iam, fires);
  const running = await schedule.start?.(resource, context);
  const stop = async () => running?.stop();
  onTestFinished(stop);
  const times = () => fired.map(({ at }) => at);
  return {
    running,
    fired,
    times,
    logged,
    clock,
    dataDirectory,
    stop,
    identity: schedule.identify(resource, context),
  };
};

describe('a schedule', () => {
  it('fires once at its time, and tells its target which', async () => {
    const { clock, times, fired } = await setup();
    expect(times()).toEqual([]);

    clock.time = new Date('2026-11-22T04:45:00.010Z');

    await until(() => times().length > 0);
    expect(times()).toEqual(['2026-11-22T04:45:00Z']);
    expect(fired[0]?.execution).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('makes up for what fell into an absence, each time by itself, and for nothing twice', async () => {
    const before = await setup();
    before.clock.time = new Date('2026-11-22T04:45:00.000Z');
    await until(() => before.times().length === 1);
    await before.stop();

    const { dataDirectory } = before;
    const after = await setup({ dataDirectory, now: '2026-11-22T05:20:00.000Z' });

    await until(() => after.times().length === 2);
    expect(after.times()).toEqual(['2026-11-22T05:00:00Z', '2026-11-22T05:15:00Z']);
  });

  it('leaves out all but the last 24 times of a long absence, and says so', async () => {
    const before = await setup();
    await before.stop();

    const { dataDirectory } = before;
    const after = await setup({ dataDirectory, now: '2026-11-23T04:31:00.000Z' });

    await until(() => after.times().length === 24);
    expect(after.times()[0]).toBe('2026-11-22T22:45:00Z');
    expect(after.logged).toEqual(['scheduler: job: 72 times of a long absence are left out']);
  });

  it('begins anew when its expression has changed', async () => {
    const before = await setup();
    await before.stop();

    const after = await setup({
      dataDirectory: before.dataDirectory,
      now: '2026-11-22T06:00:30.000Z',
      properties: { ScheduleExpression: 'cron(0/5 * * * ? *)' },
    });
    after.clock.time = new Date('2026-11-22T06:05:00.000Z');

    await until(() => after.times().length > 0);
    expect(after.times()).toEqual(['2026-11-22T06:05:00Z']);
  });

  it('tries a target that fails again', async () => {
    const { clock, times, logged } = await setup({ failures: 1 });

    clock.time = new Date('2026-11-22T04:45:00.000Z');

    await until(() => times().length === 1);
    expect(logged[0]).toContain('try 1 of 3');
  });

  it('calls nothing that its role may not call, and says so', async () => {
    const { clock, times, logged } = await setup({ refused: true });

    clock.time = new Date('2026-11-22T04:45:00.000Z');

    await until(() => logged.length > 0);
    expect(logged[0]).toBe('scheduler: job: Error: not authorized');
    expect(times()).toEqual([]);
  });

  it('does not run while it is disabled', async () => {
    const { clock, times, logged } = await setup({ properties: { State: 'DISABLED' } });

    clock.time = new Date('2026-11-23T04:45:00.000Z');
    await new Promise((resolve) => setTimeout(resolve, 300));

    expect([times(), logged]).toEqual([[], []]);
  });

  it('does not run where nothing is to start by the clock', async () => {
    const { running } = await setup({ fires: false });

    expect(running).toBeUndefined();
  });

  it('has a name and an ARN', async () => {
    expect((await setup()).identity).toEqual({
      ref: 'job',
      attributes: { Arn: 'arn:aws:scheduler:us-east-1:000000000000:schedule/default/job' },
    });
  });

  it.each([
    [{ FlexibleTimeWindow: { Mode: 'FLEXIBLE' } }, 'flexible window'],
    [{ GroupName: 'g' }, 'groups'],
    [{ StartDate: '2026-01-01' }, 'a start'],
    [{ Target: { Arn: 'arn:aws:sqs:x:y:z', RoleArn: 'r' } }, 'only functions are targets'],
    [{ ScheduleExpression: 'every day' }, 'neither rate'],
  ])('refuses %j', async (properties, why) => {
    await expect(setup({ properties })).rejects.toThrow(why);
  });
});

describe('parseSchedule in a time zone', () => {
  it.each([
    ['cron(0 6 * * ? *)', 'Europe/Berlin', '2026-11-22T05:00:00.000Z'],
    ['cron(0/30 * * * ? *)', 'Asia/Kolkata', '2026-11-22T05:00:00.000Z'],
    // It is still Saturday there.
    ['cron(0 0 ? * SUN *)', 'America/Los_Angeles', '2026-11-22T08:00:00.000Z'],
  ])('%s in %s is next due at %s', (expression, timeZone, next) => {
    expect(parseSchedule(expression, timeZone).next(new Date('2026-11-22T04:31:20Z')).toISOString()).toBe(
      next,
    );
  });

  it('leaves out an hour that the clock leaves out', () => {
    const schedule = parseSchedule('cron(30 2 * * ? *)', 'Europe/Berlin');

    expect(schedule.next(new Date('2026-03-28T12:00:00Z')).toISOString()).toBe('2026-03-30T00:30:00.000Z');
  });
});
