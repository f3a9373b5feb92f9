import { describe, expect, it } from 'vitest';
import { readCaseMonitor } from '#core/use-cases/read-case-monitor.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { memoryJobRuns } from '#test/support/memory-job-runs.ts';
import { aRun } from '#test/support/a-run.ts';
import { setupHealth } from './setup-health.ts';

const setup = async ({ total = 10, indexed = 8, created = 3 } = {}) => {
  const runs = memoryJobRuns();
  const asked: (string | undefined)[] = [];
  const key = { job: 'case_sync', runId: 'one' } as const;
  await runs.claim(aRun(key), 1);
  await runs.finish(key, {
    status: 'succeeded',
    finishedAt: '2026-11-22T04:40:00.000Z',
    counts: {},
    error: undefined,
  });
  const read = readCaseMonitor({
    caseCounts: { count: async (tenant) => (tenant === 'demo' ? total : 0) },
    indexedCases: {
      async count(tenant, from) {
        asked.push(from);
        if (tenant !== 'demo') return 0;
        return from === undefined ? indexed : created;
      },
    },
    runs,
    sourceTenant: 'demo',
    clock: fixedClock('2026-11-22T05:00:00.000Z'),
  });
  return { read, asked };
};

describe('readCaseMonitor', () => {
  it('counts what there is, what search finds of it, and what is new', async () => {
    const { read, asked } = await setup();

    expect(await read('demo')).toEqual({
      total_cases: 10,
      new_cases_24h: 3,
      processed_cases: 8,
      unprocessed_cases: 2,
      processing_rate: 0.8,
      last_sync: aRun().startedAt,
    });
    expect(asked).toEqual([undefined, '2026-11-21T05:00:00.000Z']);
  });

  it('tells another tenant nothing of a database that is not theirs', async () => {
    const { read } = await setup();

    expect(await read('other')).toEqual({
      total_cases: 0,
      new_cases_24h: 0,
      processed_cases: 0,
      unprocessed_cases: 0,
      processing_rate: 0,
      last_sync: null,
    });
  });

  it('never finds more than there is, while the index still holds what was deleted', async () => {
    const { read } = await setup({ total: 2, indexed: 5, created: 4 });

    expect(await read('demo')).toMatchObject({
      processed_cases: 2,
      unprocessed_cases: 0,
      new_cases_24h: 2,
      processing_rate: 1,
    });
  });
});

describe('GET /admin/case-monitor/stats', () => {
  const PATH = '/api/v1/admin/case-monitor/stats';

  it('is for those who may see jobs', async () => {
    const { get } = setupHealth();

    expect(await get(PATH, 'engineer')).toMatchObject({
      status: 200,
      body: {
        total_cases: 2,
        processed_cases: 1,
        unprocessed_cases: 1,
        processing_rate: 0.5,
        last_sync: null,
      },
    });
    expect((await get(PATH, 'agent')).status).toBe(403);
    expect((await get(PATH, 'admin', 'other')).body.total_cases).toBe(0);
  });
});
