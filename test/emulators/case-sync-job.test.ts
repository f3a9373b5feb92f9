import { afterAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { startInProcessStack } from '#test/support/in-process-stack.ts';
import { runSql } from '#test/support/run-sql.ts';

const stack = await startInProcessStack();
const admin = await stack.client('demo-admin');
afterAll(() => stack.stop());

const JOB = '/api/v1/admin/jobs/case_sync';

/** Runs the job as an operator does, and answers its run when it has ended. */
const runJob = async () => {
  const { body } = await admin.post(`${JOB}/trigger`, undefined);
  return eventually(async () => {
    const { items } = (await admin.get(`${JOB}/runs`)).body;
    const run = items.find(({ run_id: id }: { run_id: string }) => id === body.run_id);
    return run === undefined || run.status === 'running' ? undefined : run;
  }, 90);
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

    expect(await runJob()).toMatchObject({ status: 'succeeded', counts: { processed: 1, handed_over: 1 } });
    expect((await admin.get('/api/v1/cases/J-1')).body).toMatchObject({ title: 'Blank pages' });

    await runSql(
      stack.caseDatabase,
      `update helpdesk.tickets set removed_at = now() where ticket_no = 'J-1'`,
    );
    expect(await runJob()).toMatchObject({ status: 'succeeded', counts: { deleted: 1 } });
    expect((await admin.get('/api/v1/cases/J-1')).status).toBe(404);
  }, 200_000);

  it('fails at once, and says of what, when the mapping does not fit any more', async () => {
    await runSql(stack.caseDatabase, 'alter table helpdesk.tickets rename column subject to headline');

    expect(await runJob()).toMatchObject({
      status: 'failed',
      error: expect.stringMatching(/^SourceMappingFault: .*subject/),
    });
  }, 120_000);
});
