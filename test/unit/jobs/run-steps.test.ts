import { describe, expect, it } from 'vitest';
import { describeFailure } from '#core/jobs/run-error.ts';
import { recordRun } from '#core/use-cases/record-run.ts';
import { takePart } from '#core/use-cases/take-part.ts';
import { takeStep } from '#core/use-cases/take-step.ts';
import { aRun } from '#test/support/a-run.ts';
import { JOB, setupJobs } from './setup-jobs.ts';

const RUN = { job_id: JOB, run_id: aRun().runId } as const;

const setup = async () => {
  const deps = setupJobs();
  await recordRun(deps)({ event: 'started', ...RUN });
  return { ...deps, record: recordRun(deps), find: async () => (await deps.runs.find(aRun()))! };
};

describe('recordRun', () => {
  it('makes a run that somebody started in the console of Step Functions', async () => {
    const { find, runs } = await setup();

    expect(await find()).toMatchObject({ trigger: 'manual', status: 'running' });
    expect(await runs.job(JOB)).toMatchObject({ active: [RUN.run_id] });
  });

  it('leaves a run as it is that is there already', async () => {
    const { record, runs, find } = await setup();
    await runs.finish(aRun(), {
      status: 'aborted',
      finishedAt: '2026-11-22T04:31:00.000Z',
      counts: {},
      error: undefined,
    });

    await record({ event: 'started', ...RUN });

    expect(await find()).toMatchObject({ status: 'aborted' });
  });

  it('ends a run with what it counted', async () => {
    const { record, find, clock } = await setup();
    clock.advance(2_000);

    await record({ event: 'succeeded', ...RUN, counts: { processed: 5 } });

    expect(await find()).toMatchObject({
      status: 'succeeded',
      counts: { processed: 5 },
      finishedAt: '2026-11-22T04:30:03.000Z',
    });
  });

  it.each([
    ['TypeError', 'failed'],
    ['States.Timeout', 'timed_out'],
    ['Sandbox.Timedout', 'timed_out'],
  ])('ends a run that died of %s as %s', async (Error, status) => {
    const { record, find } = await setup();

    await record({ event: 'failed', ...RUN, failure: { Error, Cause: '' } });

    expect(await find()).toMatchObject({ status, error: Error });
  });

  it('closes the step that could not say itself that it died', async () => {
    const { record, find, runs, clock } = await setup();
    const started_at = clock.now().toISOString();
    await runs.step(aRun(), { name: 'Read', started_at, status: 'running', duration_ms: null });
    clock.advance(60_000);

    await record({ event: 'failed', ...RUN, failure: { Error: 'States.Timeout', Cause: '' } });

    expect((await find()).steps).toEqual([
      { name: 'Read', started_at, status: 'failed', duration_ms: 60_000, error: 'States.Timeout' },
    ]);
  });
});

describe('takeStep', () => {
  it('records a step while it is done and when it is done', async () => {
    const { find, clock, runs } = await setup();

    const result = await takeStep({ runs, clock })(aRun(), 'Read', async () => {
      expect((await find()).steps).toMatchObject([{ name: 'Read', status: 'running', duration_ms: null }]);
      clock.advance(1_500);
      return 7;
    });

    expect(result).toBe(7);
    expect((await find()).steps).toMatchObject([{ name: 'Read', status: 'succeeded', duration_ms: 1_500 }]);
  });

  it('records what a step died of, and throws it on', async () => {
    const { find, clock, runs } = await setup();

    const step = takeStep({ runs, clock })(aRun(), 'Read', async () => {
      throw new RangeError('x'.repeat(1_000));
    });

    await expect(step).rejects.toThrow(RangeError);
    const [{ status, error } = { status: '', error: '' }] = (await find()).steps;
    expect(status).toBe('failed');
    expect(error).toMatch(/^RangeError: x{200,}$/);
    expect(error).toHaveLength(300);
  });
});

describe('takePart', () => {
  const part = (more: boolean) => async () => ({ more });

  it('records one step from its first part to its last', async () => {
    const { find, clock, runs } = await setup();
    const take = takePart({ runs, clock });
    const started_at = clock.now().toISOString();

    await take(aRun(), 'Read', part(true));
    expect((await find()).steps).toEqual([
      { name: 'Read', started_at, status: 'running', duration_ms: null },
    ]);
    clock.advance(60_000);
    await take(aRun(), 'Read', part(false));

    expect((await find()).steps).toEqual([
      { name: 'Read', started_at, status: 'succeeded', duration_ms: 60_000 },
    ]);
  });

  it('says that it failed until the part is tried again', async () => {
    const { find, clock, runs } = await setup();
    const take = takePart({ runs, clock });
    const failing = take(aRun(), 'Read', async () => {
      throw new RangeError('no answer');
    });

    await expect(failing).rejects.toThrow(RangeError);
    expect((await find()).steps).toMatchObject([{ status: 'failed', error: 'RangeError: no answer' }]);
    await take(aRun(), 'Read', part(true));
    expect((await find()).steps).toMatchObject([{ status: 'running', duration_ms: null }]);
    expect((await find()).steps[0]).not.toHaveProperty('error');
  });

  it('works for a call that belongs to no run, and records nothing', async () => {
    const { clock, runs } = await setup();
    const key = { job: JOB, runId: 'by-hand' } as const;

    expect(await takePart({ runs, clock })(key, 'Read', part(false))).toEqual({ more: false });
    expect(await runs.find(key)).toBeUndefined();
  });
});

describe('describeFailure', () => {
  it.each([
    [{ Error: 'States.Timeout', Cause: '' }, 'States.Timeout'],
    [{ Error: 'Lambda.Unknown', Cause: 'plain words' }, 'Lambda.Unknown: plain words'],
    [
      { Error: 'TypeError', Cause: '{"errorType":"TypeError","errorMessage":"no \\"x\\"","trace":[]}' },
      'TypeError: no "x"',
    ],
    [{ Error: 'Odd', Cause: '{"other":1}' }, 'Odd: {"other":1}'],
  ])('says %j in one line', (failure, line) => {
    expect(describeFailure(failure)).toBe(line);
  });
});
