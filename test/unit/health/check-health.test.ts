import { describe, expect, it } from 'vitest';
import { listPipelines } from '#core/use-cases/list-pipelines.ts';
import { createHandler } from '#lambdas/check-health/handler.ts';
import type { HealthDeps } from '#lambdas/health/handler.ts';
import { aHealthDeps } from '#test/support/a-health-deps.ts';
import { aRun } from '#test/support/a-run.ts';
import { aContext } from '#test/support/an-api-event.ts';
import { anImport } from '#test/support/an-import.ts';
import { memoryJobRuns } from '#test/support/memory-job-runs.ts';
import { memoryMetricsReader } from '#test/support/memory-metrics-reader.ts';

const KEY = { job_id: 'health_check', run_id: aRun().runId };

const setup = async (overrides: Partial<HealthDeps> = {}) => {
  const runs = memoryJobRuns();
  await runs.claim(aRun(), 1);
  const faults: unknown[] = [];
  const deps = {
    ...aHealthDeps({ faults: { record: (_, detail) => faults.push(detail) }, ...overrides }),
    engine: 'memory',
    runs,
  };
  return { check: createHandler(deps), results: deps.results, runs, faults };
};

describe('check-health', () => {
  it('keeps what it found, records its step and counts', async () => {
    const { check, results, runs } = await setup();

    expect(await check(KEY, aContext())).toEqual({ processed: 6, unhealthy: 0, degraded: 0 });

    expect(await results.latest(1)).toEqual([
      {
        checked_at: '2026-11-22T04:30:00.000Z',
        run_id: KEY.run_id,
        status: 'healthy',
        components: {
          database: 'healthy',
          vector_store: 'healthy',
          cache: 'healthy',
          queues: 'healthy',
          models: 'healthy',
          breakers: 'healthy',
        },
      },
    ]);
    expect((await runs.find(aRun()))?.steps).toMatchObject([
      { name: 'CheckComponents', status: 'succeeded' },
    ]);
  });

  it('asks for components too of which the detailed answer does not tell', async () => {
    const tables = ['imports', 'knowledge'].map((name) => ({
      name,
      ping: async () => {
        if (name === 'imports') throw new Error('no answer');
      },
    }));
    const { check, results } = await setup({ components: tables });

    expect(await check(KEY, aContext())).toEqual({ processed: 8, unhealthy: 1, degraded: 0 });

    expect((await results.latest(1))[0]).toMatchObject({
      status: 'unhealthy',
      components: { imports: 'unhealthy', knowledge: 'healthy' },
    });
  });

  it('finds a component that does not answer, and does not fail over it', async () => {
    const dead = {
      name: 'vector_store',
      ping: async () => {
        throw new Error('no answer');
      },
    };
    const { check, results, faults } = await setup({ components: [dead] });

    expect(await check(KEY, aContext())).toMatchObject({ unhealthy: 1 });

    expect((await results.latest(1))[0]).toMatchObject({
      status: 'unhealthy',
      components: { vector_store: 'unhealthy', database: 'healthy' },
    });
    expect(faults).toMatchObject([{ component: 'vector_store' }]);
  });
});

describe('listPipelines', () => {
  it("shows a tenant's imports, and what waits for projection", async () => {
    const deps = aHealthDeps({
      imports: {
        active: async () => [{ tenant: 'other', id: 'i-2' }],
        list: async () => ({ rows: [anImport({ createdAt: '2026-11-22T04:00:00.000Z' })], next: undefined }),
      },
      watched: { functions: [], queues: ['uploads', 'segments', 'repairs'], deadEnds: [] },
      metrics: memoryMetricsReader(),
    });

    expect(await listPipelines(deps)('demo')).toEqual({
      pipelines: [
        {
          id: 'imports',
          name: 'Imports',
          kind: 'bulk',
          status: 'idle',
          last_run: '2026-11-22T04:00:00.000Z',
          queue_depth: null,
        },
        {
          id: 'projection',
          name: 'Projection',
          kind: 'real_time',
          status: 'idle',
          last_run: null,
          queue_depth: null,
        },
      ],
    });
    expect((await listPipelines(deps)('other')).pipelines[0]).toMatchObject({ status: 'running' });
  });
});
