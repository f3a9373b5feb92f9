import { describe, expect, it } from 'vitest';
import { startScheduledRun } from '#core/use-cases/start-scheduled-run.ts';
import { switchJob } from '#core/use-cases/switch-job.ts';
import { triggerJob } from '#core/use-cases/trigger-job.ts';
import { DUE, JOB, setupJobs } from './setup-jobs.ts';

const RUN = 'health_check-20261122T043000Z';
const after = (minutes: number) => new Date(DUE.getTime() + minutes * 60_000);

describe('startScheduledRun', () => {
  it('starts the run of its time', async () => {
    const deps = setupJobs();

    expect(await startScheduledRun(deps)(JOB, DUE)).toEqual({ run_id: RUN, outcome: 'started' });

    expect(deps.machines.started).toEqual([RUN]);
    expect(await deps.runs.find({ job: JOB, runId: RUN })).toMatchObject({
      trigger: 'schedule',
      status: 'running',
      startedAt: '2026-11-22T04:30:01.000Z',
    });
  });

  it('runs once, however often and however late a firing is repeated', async () => {
    const deps = setupJobs();
    const start = startScheduledRun(deps);

    await Promise.all([start(JOB, DUE), start(JOB, DUE)]);
    deps.clock.advance(60_000);
    await start(JOB, DUE);

    expect(new Set(deps.machines.started)).toEqual(new Set([RUN]));
    expect((await deps.runs.list(JOB, 10)).runs).toHaveLength(1);
  });

  it('starts what was claimed and not started, when the firing is tried again after its grace time', async () => {
    const deps = setupJobs();
    const broken = {
      ...deps.machines,
      start: async () => {
        throw new Error('Step Functions does not answer');
      },
    };
    await expect(startScheduledRun({ ...deps, machines: broken })(JOB, DUE)).rejects.toThrow('not answer');
    deps.clock.advance(120_000);

    expect(await startScheduledRun(deps)(JOB, DUE)).toMatchObject({ outcome: 'started' });

    expect(deps.machines.started).toEqual([RUN]);
  });

  it('does not start again what has ended', async () => {
    const deps = setupJobs();
    await startScheduledRun(deps)(JOB, DUE);
    await deps.runs.finish(
      { job: JOB, runId: RUN },
      { status: 'succeeded', finishedAt: deps.clock.now().toISOString(), counts: {}, error: undefined },
    );

    expect(await startScheduledRun(deps)(JOB, DUE)).toMatchObject({ outcome: 'ended' });

    expect(deps.machines.started).toHaveLength(1);
  });

  it.each([
    [30_000, 'started'],
    [30_001, 'missed'],
  ])('%i ms after its time has %s it, with a grace of 30 s', async (late, outcome) => {
    const deps = setupJobs();
    deps.clock.advance(late - 1_000);

    expect(await startScheduledRun(deps)(JOB, DUE)).toMatchObject({ outcome });
  });

  it('records what it missed, under the time that was due', async () => {
    const deps = setupJobs();
    deps.clock.advance(10 * 60_000);

    await startScheduledRun(deps)(JOB, DUE);

    expect((await deps.runs.list(JOB, 10)).runs).toEqual([
      expect.objectContaining({ runId: RUN, status: 'missed', startedAt: DUE.toISOString() }),
    ]);
    expect(deps.machines.started).toEqual([]);
  });

  it('skips and records a run while as many run as may', async () => {
    const deps = setupJobs();
    await startScheduledRun(deps)(JOB, DUE);
    deps.clock.advance(15 * 60_000);

    expect(await startScheduledRun(deps)(JOB, after(15))).toMatchObject({ outcome: 'skipped' });

    expect((await deps.runs.list(JOB, 10)).runs.map(({ status }) => status)).toEqual(['skipped', 'running']);
  });

  it('runs beside others as far as its settings let it', async () => {
    const deps = setupJobs({ mostInstances: 2 });
    await startScheduledRun(deps)(JOB, DUE);
    deps.clock.advance(15 * 60_000);

    expect(await startScheduledRun(deps)(JOB, after(15))).toMatchObject({ outcome: 'started' });
  });

  it('takes the place of a run whose execution was stopped, and says that it was', async () => {
    const deps = setupJobs();
    await startScheduledRun(deps)(JOB, DUE);
    deps.machines.end({ runId: RUN }, { status: 'aborted', endedAt: deps.clock.now(), failure: undefined });
    deps.clock.advance(15 * 60_000);

    expect(await startScheduledRun(deps)(JOB, after(15))).toMatchObject({ outcome: 'started' });

    expect(await deps.runs.find({ job: JOB, runId: RUN })).toMatchObject({ status: 'aborted' });
  });

  it('starts nothing while the job is paused, and records nothing', async () => {
    const deps = setupJobs();
    await switchJob(deps)(JOB, true);

    expect(await startScheduledRun(deps)(JOB, DUE)).toMatchObject({ outcome: 'paused' });
    expect((await deps.runs.list(JOB, 10)).runs).toEqual([]);

    await switchJob(deps)(JOB, false);
    expect(await startScheduledRun(deps)(JOB, DUE)).toMatchObject({ outcome: 'started' });
  });
});

describe('triggerJob', () => {
  it('starts a run of its own id', async () => {
    const deps = setupJobs();

    const triggered = await triggerJob(deps)(JOB);

    expect(triggered).toEqual({
      run_id: expect.stringMatching(/^health_check-manual-/),
      job_id: JOB,
      status: 'running',
    });
    expect(deps.machines.started).toEqual([triggered.run_id]);
  });

  it('refuses while one runs, and starts the next when it has ended', async () => {
    const deps = setupJobs();
    const { run_id: runId } = await triggerJob(deps)(JOB);

    await expect(triggerJob(deps)(JOB)).rejects.toMatchObject({ code: 'conflict' });
    deps.machines.end({ runId }, { status: 'timed_out', endedAt: deps.clock.now(), failure: undefined });

    expect(await triggerJob(deps)(JOB)).toMatchObject({ status: 'running' });
  });

  it('runs a job whose schedule is paused', async () => {
    const deps = setupJobs();
    await switchJob(deps)(JOB, true);

    expect(await triggerJob(deps)(JOB)).toMatchObject({ status: 'running' });
  });

  it('gives up the place of a run that never started after five minutes, not before', async () => {
    const deps = setupJobs();
    const broken = {
      ...deps.machines,
      start: async () => {
        throw new Error('no answer');
      },
    };
    await expect(triggerJob({ ...deps, machines: broken })(JOB)).rejects.toThrow('no answer');

    deps.clock.advance(5 * 60_000 - 1);
    await expect(triggerJob(deps)(JOB)).rejects.toMatchObject({ code: 'conflict' });
    deps.clock.advance(1);

    expect(await triggerJob(deps)(JOB)).toMatchObject({ status: 'running' });
    expect((await deps.runs.list(JOB, 10)).runs.at(-1)).toMatchObject({
      status: 'failed',
      error: 'the execution never started',
    });
  });

  it('knows no other job', async () => {
    await expect(triggerJob(setupJobs())('lunch')).rejects.toMatchObject({ code: 'not_found' });
  });
});
