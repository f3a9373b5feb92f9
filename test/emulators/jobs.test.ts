import { setTimeout as pause } from 'node:timers/promises';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { startInProcessStack } from '#test/support/in-process-stack.ts';

const stack = await startInProcessStack();
const { iam } = stack.host;
const asWritten = iam.policies();
const admin = await stack.client('demo-admin');

afterAll(() => stack.stop());
afterEach(() => {
  for (const policy of asWritten) iam.putPolicy(policy);
});

const JOB = '/api/v1/admin/jobs/health_check';
const START_JOB = 'caselore-local-start-job';

const runsOf = async (): Promise<any[]> => (await admin.get(`${JOB}/runs`)).body.items;
const ended = (id: string, seconds = 30) =>
  eventually(async () => {
    const run = (await runsOf()).find(({ run_id: runId }) => runId === id);
    return run === undefined || run.status === 'running' ? undefined : run;
  }, seconds);
const dueNow = (): string => `${new Date().toISOString().slice(0, 19)}Z`;
const runIdOf = (due: string): string => `health_check-${due.replaceAll(/[-:]/g, '')}`;
const fire = (due: string) => stack.host.invoke(START_JOB, { job_id: 'health_check', scheduled_time: due });

/** Takes the policies of a role away until the end of the test. */
const withoutPolicies = (role: RegExp): void => {
  for (const policy of asWritten.filter((one) => role.test(one.role)))
    iam.putPolicy({ ...policy, document: { Version: '2012-10-17', Statement: [] } });
};

describe('a job on the laptop', () => {
  it('runs once for a time that its schedule fires thrice, and is shown with its steps', async () => {
    const due = dueNow();

    const outcomes = await Promise.all([fire(due), fire(due), fire(due)]);

    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await ended(runIdOf(due))).toMatchObject({
      trigger: 'schedule',
      status: 'succeeded',
      counts: { processed: 8 },
      steps: [{ name: 'CheckComponents', status: 'succeeded' }],
      links: {},
    });
    expect((await runsOf()).filter(({ run_id: id }) => id === runIdOf(due))).toHaveLength(1);
  });

  it('keeps what a health check found', async () => {
    const { body } = await admin.post(`${JOB}/trigger`, undefined);
    await ended(body.run_id);

    const history = await admin.get('/api/v1/health/history?limit=1');

    expect(history.body.items).toEqual([
      expect.objectContaining({
        run_id: body.run_id,
        status: 'healthy',
        components: {
          database: 'healthy',
          vector_store: 'healthy',
          cache: 'healthy',
          queues: 'healthy',
          models: 'healthy',
          breakers: 'healthy',
          imports: 'healthy',
          knowledge: 'healthy',
        },
      }),
    ]);
  });

  it('records what comes too late as missed', async () => {
    const due = '2026-01-01T00:00:00Z';

    await fire(due);

    expect(await ended(runIdOf(due))).toMatchObject({ status: 'missed', steps: [], links: {} });
  });

  it('fails when its step fails at every try, and says of what', async () => {
    withoutPolicies(/CheckHealthRole/);

    const { body } = await admin.post(`${JOB}/trigger`, undefined);

    expect(await ended(body.run_id, 90)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('not authorized to perform: dynamodb:UpdateItem'),
    });
  }, 120_000);

  it('fails when its state machine may not call its functions, and is settled by who looks', async () => {
    withoutPolicies(/HealthCheckRole/);

    const { body } = await admin.post(`${JOB}/trigger`, undefined);

    expect(await ended(body.run_id, 90)).toMatchObject({
      status: 'failed',
      error: expect.stringMatching(/^RunNotRecorded/),
    });
  }, 120_000);

  it('is aborted in the console of Step Functions, and frees its place', async () => {
    // What hangs: its function may not be called for a while, so it tries again.
    withoutPolicies(/HealthCheckRole/);
    const { body } = await admin.post(`${JOB}/trigger`, undefined);
    expect((await admin.post(`${JOB}/trigger`, undefined)).body).toMatchObject({
      status: 409,
      code: 'conflict',
    });

    const client = new SFNClient({
      endpoint: stack.host.functionEndpoints.sfn,
      region: stack.region,
      credentials: stack.credentials,
    });
    const arn = `arn:aws:states:us-east-1:000000000000:execution:caselore-local-health-check:${body.run_id}`;
    await client.send(new StopExecutionCommand({ executionArn: arn }));
    client.destroy();

    expect(await ended(body.run_id)).toMatchObject({ status: 'aborted' });
    for (const policy of asWritten) iam.putPolicy(policy);
    expect((await admin.post(`${JOB}/trigger`, undefined)).status).toBe(202);
  });

  it('starts nothing by its schedule while it is paused', async () => {
    await admin.post(`${JOB}/pause`, undefined);
    await pause(1_100);
    const due = dueNow();

    expect(await fire(due)).toMatchObject({ ok: true, payload: { outcome: 'paused' } });
    await admin.post(`${JOB}/resume`, undefined);
    await eventually(async () => ((await idle()) ? true : undefined));

    expect(await fire(due)).toMatchObject({ ok: true, payload: { outcome: 'started' } });
    expect(await ended(runIdOf(due))).toMatchObject({ status: 'succeeded' });
  });

  it('is not started by a schedule whose role may not call the function', async () => {
    const schedule = 'arn:aws:scheduler:us-east-1:000000000000:schedule/default/caselore-local-health-check';
    const need = {
      action: 'lambda:InvokeFunction',
      resource: `arn:aws:lambda:us-east-1:000000000000:function:${START_JOB}`,
    };
    expect(await iam.refusalOf(schedule, [need])).toBeUndefined();
    withoutPolicies(/ScheduleRole/);

    expect(await iam.refusalOf(schedule, [need])).toMatchObject(need);
  });
});

const idle = async (): Promise<boolean> =>
  (await admin.get('/api/v1/admin/jobs/status')).body.jobs.health_check.status !== 'running';
