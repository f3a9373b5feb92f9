import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { apiClient, type ApiClient } from '#test/support/api-client.ts';
import { eventually } from '#test/support/eventually.ts';
import { type LocalStack, startLocalStack } from '#test/support/local-stack.ts';

const JOB = '/api/v1/admin/jobs/health_check';

const adminOf = async (stack: LocalStack): Promise<ApiClient> =>
  apiClient(stack.url, await stack.token('demo-admin'));

/** Turns back the note of a schedule up to when it has fired, as if the machine had been off since. */
const turnBack = (dataDirectory: string, stage: string, minutes: number): Date => {
  const file = join(dataDirectory, 'schedules', `caselore-${stage}-health-check.json`);
  const note = JSON.parse(readFileSync(file, 'utf8'));
  const then = new Date(Date.parse(note.firedThrough) - minutes * 60_000);
  writeFileSync(file, JSON.stringify({ ...note, firedThrough: then.toISOString() }));
  return then;
};

it('a run goes on after a kill of everything, and what fell into the absence is missed', async () => {
  const before = await startLocalStack();
  onTestFinished(async () => before.kill().catch(() => undefined));
  const { body: triggered } = await (await adminOf(before)).post(`${JOB}/trigger`, undefined);
  await before.kill();
  const then = turnBack(before.dataDirectory, 'test', 60);

  const after = await startLocalStack({ dataDirectory: before.dataDirectory });
  onTestFinished(async () => void (await after.stop()));
  const admin = await adminOf(after);
  const runs = await eventually(async () => {
    const { items } = (await admin.get(`${JOB}/runs`)).body;
    const ended = items.every(({ status }: { status: string }) => status !== 'running');
    return ended && items.length >= 5 ? items : undefined;
  }, 60);

  expect(runs.find(({ run_id: id }: { run_id: string }) => id === triggered.run_id)).toMatchObject({
    status: 'succeeded',
    trigger: 'manual',
    steps: [{ name: 'CheckComponents', status: 'succeeded' }],
  });
  const missed = runs.filter(({ status }: { status: string }) => status === 'missed');
  expect(missed.length).toBeGreaterThanOrEqual(4);
  for (const { started_at: due, run_id: id } of missed) {
    expect(Date.parse(due)).toBeGreaterThan(then.getTime());
    expect(Date.parse(due) % (15 * 60_000)).toBe(0);
    expect(id).toBe(`health_check-${due.replaceAll(/[-:]|\.000/g, '')}`);
  }
  expect((await admin.get(`${JOB}/metrics`)).body).toMatchObject({ runs: 1, succeeded: 1 });
});
