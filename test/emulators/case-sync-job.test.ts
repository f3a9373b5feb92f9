import { afterAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { startInProcessStack } from '#test/support/in-process-stack.ts';
import { putBreaker } from '#test/support/put-breaker.ts';
import { runSql } from '#test/support/run-sql.ts';

const stack = await startInProcessStack();
const admin = await stack.client('demo-admin');
afterAll(() => stack.stop());

const JOB = '/api/v1/admin/jobs/case_sync';

const ended = async (runId: string) =>
  eventually(async () => {
    const { items } = (await admin.get(`${JOB}/runs`)).body;
    const run = items.find(({ run_id: id }: { run_id: string }) => id === runId);
    return run === undefined || run.status === 'running' ? undefined : run;
  }, 90);

/** Runs the job as an operator does, and answers its run when it has ended. */
const runJob = async () => {
  const { body } = await admin.post(`${JOB}/trigger`, undefined);
  return ended(body.run_id);
};

describe('the job of the case database, on the laptop', () => {
  it('is shown with the others, and brings what is there and takes away what is gone', async () => {
    expect((await admin.get('/api/v1/admin/jobs/status')).body.jobs.case_sync).toMatchObject({
      name: 'Case sync',
      status: 'scheduled',
      next_run: expect.stringMatching(/:(00|30):00\.000Z$/),
    });
    await runSql(
      stack.caseDatabase,
      `insert into helpdesk.tickets (ticket_no, subject, body, state) values ('J-1', 'Blank pages', 'Each second page is blank.', 'open')`,
    );

    expect(await runJob()).toMatchObject({
      status: 'succeeded',
      counts: { processed: 1, handed_over: 1 },
      steps: [{ name: 'Sync', status: 'succeeded' }],
    });
    expect((await admin.get('/api/v1/cases/J-1')).body).toMatchObject({ title: 'Blank pages' });

    await runSql(
      stack.caseDatabase,
      `update helpdesk.tickets set removed_at = now() where ticket_no = 'J-1'`,
    );
    expect(await runJob()).toMatchObject({ status: 'succeeded', counts: { deleted: 1 } });
    expect((await admin.get('/api/v1/cases/J-1')).status).toBe(404);
  }, 200_000);

  it('is asked for by the monitor of cases, once at a time and by its own tenant only', async () => {
    const SYNC = '/api/v1/admin/case-monitor/sync';
    const STATS = '/api/v1/admin/case-monitor/stats';
    const other = await stack.client('other-admin');

    const [first, second] = [await admin.post(SYNC, { full: true }), await admin.post(SYNC, {})];

    expect([first.status, second.status]).toEqual([202, 409]);
    expect((await other.post(SYNC, {})).body).toMatchObject({ code: 'not_found' });
    expect(await ended(first.body.run_id)).toMatchObject({ status: 'succeeded' });
    expect((await admin.get(STATS)).body).toMatchObject({ last_sync: expect.any(String) });
    expect((await other.get(STATS)).body).toEqual({
      total_cases: 0,
      new_cases_24h: 0,
      processed_cases: 0,
      unprocessed_cases: 0,
      processing_rate: 0,
      last_sync: null,
    });
  }, 120_000);

  it('fails at once while the database is known to be out, and the next run is the probe', async () => {
    const now = Date.now();
    const isOut = async (until: number) =>
      putBreaker(stack, 'database', { phase: 'open', since: now, until }, false);
    const status = async () => (await admin.get('/api/v1/admin/jobs/status')).body.jobs.case_sync;
    await isOut(now + 600_000);

    // An instance trusts what it knows of a breaker for a second.
    const failed = await eventually(async () => {
      const run = await runJob();
      return run.status === 'failed' ? run : undefined;
    }, 60);
    expect(failed).toMatchObject({
      error: expect.stringContaining('CaseDatabaseOut: the case database does not answer'),
    });
    expect(await status()).toMatchObject({ status: 'blocked', blocked_by: 'database' });
    await isOut(now);
    await eventually(async () => (await runJob()).status === 'succeeded' || undefined, 60);

    expect(await status()).toMatchObject({ status: 'scheduled', blocked_by: null });
  }, 200_000);

  it('fails at once, and says of what, when the mapping does not fit any more', async () => {
    await runSql(stack.caseDatabase, 'alter table helpdesk.tickets rename column subject to headline');

    expect(await runJob()).toMatchObject({
      status: 'failed',
      error: expect.stringMatching(/^SourceMappingFault: .*subject/),
    });
  }, 120_000);
});
