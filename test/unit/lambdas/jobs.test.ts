import { describe, expect, it, onTestFinished, vi } from 'vitest';
import * as measuring from '#lambdas/shared/measure.ts';
import { createHandler } from '#lambdas/jobs/handler.ts';
import { createHandler as createStart } from '#lambdas/start-job/handler.ts';
import { createHandler as createRecord } from '#lambdas/record-run/handler.ts';
import { JobsSetting } from '#lambdas/wiring/jobs-setting.ts';
import { aRun } from '#test/support/a-run.ts';
import { aContext, anApiEvent } from '#test/support/an-api-event.ts';
import { memoryRequestClaims } from '#test/support/memory-request-claims.ts';
import { JOB, setupJobs } from '../jobs/setup-jobs.ts';

type Call = {
  tenant: string;
  body: unknown;
  job: string;
  roles: string;
  query: Record<string, string>;
  headers: Record<string, string>;
};

const setup = () => {
  const deps = setupJobs();
  const handler = createHandler({
    ...deps,
    claims: memoryRequestClaims(),
    hasher: { sha256: (text) => text },
  });
  const call = async (
    method: string,
    path: string,
    { job = JOB, roles = 'admin', query = {}, headers = {}, tenant = 'demo', body: sent }: Partial<Call> = {},
  ) => {
    const resource = path.startsWith('/api') ? path : `/api/v1/admin/jobs${path}`;
    const event = anApiEvent({
      httpMethod: method,
      resource,
      path: resource.replace('{job_id}', job),
      pathParameters: path.includes('{job_id}') ? { job_id: job } : null,
      queryStringParameters: query,
      headers,
      roles,
      tenant,
      ...(sent !== undefined && { body: JSON.stringify(sent) }),
    });
    const { statusCode, body } = await handler(event, aContext());
    return { status: statusCode, body: JSON.parse(body) };
  };
  return { ...deps, call };
};

describe('the routes of jobs', () => {
  it('let an engineer look, and only an admin change', async () => {
    const { call } = setup();
    const roles = 'engineer';

    for (const path of ['/status', '/{job_id}/runs', '/{job_id}/metrics']) {
      expect((await call('GET', path, { roles })).status).toBe(200);
      expect((await call('GET', path, { roles: 'agent' })).status).toBe(403);
    }
    for (const path of ['/{job_id}/trigger', '/{job_id}/pause', '/{job_id}/resume']) {
      expect((await call('POST', path, { roles })).status).toBe(403);
    }
  });

  it('trigger a job once a key', async () => {
    const { call } = setup();
    const headers = { 'idempotency-key': 'k-1' };

    const first = await call('POST', '/{job_id}/trigger', { headers });
    const again = await call('POST', '/{job_id}/trigger', { headers });
    const other = await call('POST', '/{job_id}/trigger');

    expect(first).toMatchObject({ status: 202, body: { job_id: JOB, status: 'running' } });
    expect(again).toEqual(first);
    expect(other).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  it('page through runs, with cursors that fit one job only', async () => {
    const { call, runs } = setup();
    for (const hour of [10, 11, 12]) {
      const startedAt = `2026-11-22T${hour}:00:00.000Z`;
      await runs.note(aRun({ runId: `at-${hour}`, status: 'missed', startedAt }));
    }

    const first = await call('GET', '/{job_id}/runs', { query: { limit: '2' } });
    const cursor = first.body.next_cursor;
    const second = await call('GET', '/{job_id}/runs', { query: { limit: '2', cursor } });
    const spoilt = await call('GET', '/{job_id}/runs', { query: { cursor: `${cursor}x` } });

    const ids = (page: { items: { run_id: string }[] }) => page.items.map(({ run_id: id }) => id);
    expect([ids(first.body), ids(second.body)]).toEqual([['at-12', 'at-11'], ['at-10']]);
    expect(second.body.next_cursor).toBeNull();
    expect(spoilt.status).toBe(400);
  });

  it.each(['/{job_id}/runs', '/{job_id}/metrics'])('know no other job at %s', async (path) => {
    expect(await setup().call('GET', path, { job: 'lunch' })).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
  });
});

describe('the route that follows the case database now', () => {
  const SYNC = '/api/v1/admin/case-monitor/sync';
  const following = () => {
    const world = setup();
    Object.assign(world.jobs, { case_sync: { ...world.jobs[JOB], everyMinutes: 30 } });
    return world;
  };
  const headers = { 'content-type': 'application/json' };
  const wish = { full: true, allow_deletions: true };

  it('starts a run with what it is asked for, once, and not beside another', async () => {
    const { call, machines } = following();

    const first = await call('POST', SYNC, { headers, body: wish });
    const other = await call('POST', SYNC, { headers, body: {} });

    expect(first).toMatchObject({ status: 202, body: { job_id: 'case_sync', status: 'running' } });
    expect(machines.started).toEqual([first.body.run_id]);
    expect(machines.wishes).toEqual([wish]);
    expect(other).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  it('is for admins of the tenant whose database is followed', async () => {
    const { call, machines } = following();

    expect((await call('POST', SYNC, { headers, body: {}, roles: 'engineer' })).status).toBe(403);
    expect(await call('POST', SYNC, { headers, body: {}, tenant: 'other' })).toMatchObject({
      status: 404,
      body: { code: 'not_found', detail: 'no case database is configured' },
    });
    expect(machines.started).toEqual([]);
  });

  it('says so where no case database is configured', async () => {
    expect(await setup().call('POST', SYNC, { headers, body: {} })).toMatchObject({
      status: 404,
      body: { detail: 'no case database is configured' },
    });
  });

  it.each([{ allow_deletions: true }, { full: 'yes' }, { all: true }])('refuses %j', async (body) => {
    expect((await following().call('POST', SYNC, { headers, body })).status).toBe(422);
  });
});

describe('start-job', () => {
  it('takes what a schedule sends, and tells what became of it', async () => {
    const deps = setupJobs();

    const event = { job_id: JOB, scheduled_time: '2026-11-22T04:30:00Z' };

    expect(await createStart(deps)(event, aContext())).toEqual({
      run_id: 'health_check-20261122T043000Z',
      outcome: 'started',
    });
    await expect(createStart(deps)({ ...event, job_id: 'lunch' }, aContext())).rejects.toThrow('job_id');
  });
});

describe('the alarm of runs that do not start', () => {
  const measured = async (job: 'health_check' | 'case_sync', late: boolean) => {
    const metric = vi.spyOn(measuring, 'measure').mockImplementation(() => undefined);
    onTestFinished(() => metric.mockRestore());
    const deps = setupJobs();
    const start = createStart({ ...deps, jobs: { [job]: deps.jobs[JOB] } });
    if (late) deps.clock.advance(120_000);
    else await deps.runs.claim(aRun({ job, runId: 'busy' }), 1);
    deps.machines.end({ runId: 'busy' }, { status: 'running' });
    await start({ job_id: job, scheduled_time: '2026-11-22T04:30:00Z' }, aContext());
    return metric.mock.calls.find(([name]) => name === 'RunsNotStarted')?.slice(1);
  };

  it.each([
    ['rings for a job that is met by its next firing', 'health_check', false, 1],
    ['does not ring for one whose runs may last longer', 'case_sync', false, 0],
    ['rings for any that came too late', 'case_sync', true, 1],
  ] as const)('%s', async (_, job, late, amiss) => {
    expect(await measured(job, late)).toEqual([amiss, { job }]);
  });
});

describe('record-run', () => {
  it('takes what a state machine says, and nothing else', async () => {
    const deps = setupJobs();
    const record = createRecord(deps);
    const run = { job_id: JOB, run_id: aRun().runId };

    await record({ event: 'started', ...run }, aContext());
    await record({ event: 'failed', ...run, failure: { Error: 'E', Cause: 'c' } }, aContext());

    expect(await deps.runs.find(aRun())).toMatchObject({ status: 'failed', error: 'E: c' });
    await expect(record({ event: 'vanished', ...run }, aContext())).rejects.toThrow(/event/);
  });
});

describe('JobsSetting', () => {
  const job = {
    state_machine: 'arn:m',
    every_minutes: 15,
    time_zone: 'UTC',
    grace_seconds: 30,
    most_instances: 1,
    enabled: true,
  };

  it('reads settings, state machines and pages of the console', () => {
    const where = { region: 'r', account_id: 'a', state_machine: 'm', log_group: 'l' };
    const text = JSON.stringify({ health_check: { ...job, console: where } });

    expect(JobsSetting.parse(text)).toEqual({
      jobs: {
        health_check: {
          everyMinutes: 15,
          timeZone: 'UTC',
          graceSeconds: 30,
          mostInstances: 1,
          enabled: true,
        },
      },
      stateMachines: { health_check: 'arn:m' },
      consoles: {
        health_check: { region: 'r', accountId: 'a', stateMachine: 'm', logGroup: 'l' },
      },
    });
    expect(JobsSetting.parse(JSON.stringify({ health_check: job })).consoles).toEqual({
      health_check: undefined,
    });
  });

  it('knows only the jobs that the environment has', () => {
    expect(JobsSetting.parse('{}').jobs).toEqual({});
    expect(
      Object.keys(JobsSetting.parse(JSON.stringify({ health_check: job, case_sync: job })).jobs),
    ).toEqual(['health_check', 'case_sync']);
    expect(JobsSetting.safeParse(JSON.stringify({ other: job })).success).toBe(false);
  });
});
