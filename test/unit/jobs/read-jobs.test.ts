import { describe, expect, it } from 'vitest';
import { jobStats } from '#core/jobs/job-stats.ts';
import { nextDue } from '#core/jobs/next-due.ts';
import { runLinks } from '#core/jobs/run-links.ts';
import { listRuns } from '#core/use-cases/list-runs.ts';
import { readJobMetrics } from '#core/use-cases/read-job-metrics.ts';
import { readJobsStatus } from '#core/use-cases/read-jobs-status.ts';
import { startScheduledRun } from '#core/use-cases/start-scheduled-run.ts';
import { switchJob } from '#core/use-cases/switch-job.ts';
import { triggerJob } from '#core/use-cases/trigger-job.ts';
import { memoryBreakerStore } from '#test/support/memory-breaker-store.ts';
import { aRun } from '#test/support/a-run.ts';
import { DUE, JOB, setupJobs } from './setup-jobs.ts';

const CONSOLE = {
  region: 'eu-west-1',
  accountId: '123456789012',
  stateMachine: 'caselore-prod-health-check',
  logGroup: '/aws/vendedlogs/states/caselore-prod-health-check',
};

describe('readJobsStatus', () => {
  it('shows a job that waits, its next time, and nothing of a past that it has not', async () => {
    expect(await readJobsStatus(setupJobs())()).toEqual({
      scheduler_status: 'running',
      total_jobs: 1,
      jobs: {
        health_check: {
          name: 'Health check',
          status: 'scheduled',
          blocked_by: null,
          next_run: '2026-11-22T04:45:00.000Z',
          last_run: null,
          run_count: 0,
          error_count: 0,
          average_duration_ms: null,
        },
      },
    });
  });

  it('shows each job that the environment has, and no other is known', async () => {
    const deps = setupJobs();
    const both = { ...deps, jobs: { ...deps.jobs, case_sync: { ...deps.jobs[JOB], everyMinutes: 30 } } };

    expect(await readJobsStatus(both)()).toMatchObject({
      total_jobs: 2,
      jobs: { case_sync: { name: 'Case sync', status: 'scheduled', next_run: '2026-11-22T05:00:00.000Z' } },
    });
    expect(await triggerJob(both)('case_sync')).toMatchObject({ job_id: 'case_sync', status: 'running' });
    for (const refused of [
      triggerJob(deps)('case_sync'),
      switchJob(deps)('case_sync', true),
      listRuns(deps)('case_sync', 1),
      readJobMetrics(deps)('case_sync'),
      startScheduledRun(deps)('case_sync', DUE),
    ])
      await expect(refused).rejects.toMatchObject({ code: 'not_found' });
  });

  it('shows a job that waits for what does not answer, and by what it is blocked', async () => {
    const deps = setupJobs();
    const jobs = { ...deps.jobs, case_sync: deps.jobs[JOB], vectorization: deps.jobs[JOB] };
    const open = { phase: 'open', since: 0, until: 1 } as const;
    const breakers = memoryBreakerStore([{ name: 'database', state: open, paused: true, version: 1 }]);
    const status = readJobsStatus({ ...deps, jobs, breakers });

    expect((await status()).jobs).toMatchObject({
      health_check: { status: 'scheduled', blocked_by: null },
      case_sync: { status: 'blocked', blocked_by: 'database', next_run: '2026-11-22T04:45:00.000Z' },
      vectorization: { status: 'scheduled', blocked_by: null },
    });
    await switchJob({ ...deps, jobs })('case_sync', true);
    expect((await status()).jobs.case_sync).toMatchObject({ status: 'paused', blocked_by: 'database' });
  });

  it('shows what runs, what has run, and settles what has ended without a word', async () => {
    const deps = setupJobs();
    const { run_id: runId } = await triggerJob(deps)(JOB);
    expect((await readJobsStatus(deps)()).jobs[JOB]).toMatchObject({ status: 'running' });

    deps.clock.advance(3_000);
    deps.machines.end({ runId }, { status: 'aborted', endedAt: deps.clock.now(), failure: undefined });

    expect((await readJobsStatus(deps)()).jobs[JOB]).toMatchObject({
      status: 'scheduled',
      run_count: 1,
      error_count: 1,
      average_duration_ms: 3_000,
    });
  });

  it.each([
    [{}, true, 'paused'],
    [{ enabled: false }, false, 'disabled'],
  ])('has no next time for a job that %j and paused %s', async (settings, paused, status) => {
    const deps = setupJobs(settings);
    await switchJob(deps)(JOB, paused);

    expect(await readJobsStatus(deps)()).toMatchObject({
      scheduler_status: 'paused',
      jobs: { health_check: { status, next_run: null } },
    });
  });
});

describe('nextDue', () => {
  const at = (now: string, everyMinutes: number, timeZone = 'UTC') =>
    nextDue({ everyMinutes, timeZone }, new Date(now)).toISOString();

  it.each([
    ['2026-11-22T04:30:00.000Z', 15, '2026-11-22T04:45:00.000Z'],
    ['2026-11-22T04:44:59.999Z', 15, '2026-11-22T04:45:00.000Z'],
    ['2026-11-22T04:30:00.000Z', 120, '2026-11-22T06:00:00.000Z'],
    ['2026-11-22T23:59:00.000Z', 1440, '2026-11-23T00:00:00.000Z'],
    ['2026-11-22T04:30:30.000Z', 1, '2026-11-22T04:31:00.000Z'],
  ])('after %s, every %i minutes, is %s', (now, minutes, due) => {
    expect(at(now, minutes)).toBe(due);
  });

  it('goes by the clock of its zone, also where it is half an hour off', () => {
    expect(at('2026-11-22T04:35:00.000Z', 60, 'Asia/Kolkata')).toBe('2026-11-22T05:30:00.000Z');
    expect(at('2026-11-22T04:35:00.000Z', 1440, 'Europe/Berlin')).toBe('2026-11-22T23:00:00.000Z');
  });

  it('goes over the change of the clock', () => {
    // Berlin leaves out 02:00 to 03:00 on 29 March 2026.
    expect(at('2026-03-29T00:00:00.000Z', 120, 'Europe/Berlin')).toBe('2026-03-29T02:00:00.000Z');
  });
});

describe('jobStats', () => {
  const ended = (seconds: number, overrides: Parameters<typeof aRun>[0] = {}) =>
    aRun({
      status: 'succeeded',
      finishedAt: new Date(Date.parse(aRun().startedAt) + seconds * 1000).toISOString(),
      ...overrides,
    });

  it('is empty of no runs', () => {
    expect(jobStats([aRun()])).toEqual({
      runs: 0,
      succeeded: 0,
      failed: 0,
      missed: 0,
      skipped: 0,
      error_rate_percent: 0,
      duration_ms: { p50: null, p95: null, max: null },
      throughput_per_second: null,
    });
  });

  it('counts every end, and what never began apart', () => {
    const runs = [
      ended(1),
      ended(2, { status: 'failed' }),
      ended(3, { status: 'timed_out' }),
      ended(4, { status: 'aborted' }),
      ended(900, { status: 'missed' }),
      ended(900, { status: 'skipped' }),
      aRun(),
    ];

    expect(jobStats(runs)).toMatchObject({
      runs: 4,
      succeeded: 1,
      failed: 3,
      missed: 1,
      skipped: 1,
      error_rate_percent: 75,
      duration_ms: { p50: 2_000, p95: 4_000, max: 4_000 },
    });
  });

  it('takes percentiles by nearest rank', () => {
    const runs = Array.from({ length: 100 }, (_, index) => ended(100 - index));

    expect(jobStats(runs).duration_ms).toEqual({ p50: 50_000, p95: 95_000, max: 100_000 });
  });

  it('says what was processed by the second, of runs that count it', () => {
    const runs = [
      ended(2, { counts: { processed: 10 } }),
      ended(3, { counts: { processed: 5 } }),
      ended(100),
    ];

    expect(jobStats(runs).throughput_per_second).toBe(3);
  });
});

describe('readJobMetrics', () => {
  it('looks at all pages of runs', async () => {
    const deps = setupJobs();
    for (let index = 0; index < 450; index += 1) {
      await deps.runs.note(
        aRun({ runId: `r-${index}`, status: 'missed', startedAt: new Date(index * 1000).toISOString() }),
      );
    }

    expect(await readJobMetrics(deps)(JOB)).toMatchObject({ job_id: JOB, missed: 450, last_run: null });
  });
});

describe('listRuns', () => {
  it('links a run to its execution and its log where there is a console, and one that never began to nothing', async () => {
    const deps = { ...setupJobs(), consoles: { [JOB]: CONSOLE } };
    await deps.runs.note(aRun({ status: 'missed' }));
    await triggerJob(deps)(JOB);

    const { items } = await listRuns(deps)(JOB, 10);

    expect(items.map(({ links }) => Object.keys(links))).toEqual([['execution', 'logs'], []]);
    expect(items[0]).toMatchObject({ status: 'running', finished_at: null, duration_ms: null, counts: {} });
  });

  it('knows no other job', async () => {
    await expect(listRuns(setupJobs())('lunch', 10)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('runLinks', () => {
  it('names the execution, and asks its log group about it', () => {
    const { execution, logs } = runLinks(CONSOLE, aRun());

    expect(execution).toBe(
      'https://eu-west-1.console.aws.amazon.com/states/home?region=eu-west-1#/v2/executions/details/arn:aws:states:eu-west-1:123456789012:execution:caselore-prod-health-check:health_check-20261122T043000Z',
    );
    expect(logs).toMatch(
      /^https:\/\/eu-west-1\.console\.aws\.amazon\.com\/cloudwatch\/home\?region=eu-west-1#logsV2:logs-insights\$3FqueryDetail\$3D~\(/,
    );
    expect(logs).toContain("source~(~'*2faws*2fvendedlogs*2fstates*2fcaselore-prod-health-check)");
    expect(logs).toContain('execution_arn*20*3d*20*22arn*3aaws*3astates');
  });
});
