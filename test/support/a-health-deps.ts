import type { HealthDeps } from '#lambdas/health/handler.ts';
import { aCase } from './a-case.ts';
import { fixedClock } from './fixed-clock.ts';
import { memoryBreakerStore } from './memory-breaker-store.ts';
import { memoryCaseCounts } from './memory-case-counts.ts';
import { memoryCaseStore } from './memory-case-store.ts';
import { memoryHealthResults } from './memory-health-results.ts';
import { memoryJobRuns } from './memory-job-runs.ts';
import { memoryMetricsReader } from './memory-metrics-reader.ts';

/** What the function of health and metrics needs, over twins: two cases and three passages of tenant `demo`. */
export const aHealthDeps = (overrides: Partial<HealthDeps> = {}): HealthDeps => ({
  components: [],
  caseCounts: memoryCaseCounts(memoryCaseStore([aCase({ id: 'c-1' }), aCase({ id: 'c-2' })])),
  vectorCounts: { engine: 'memory', count: async (tenant) => (tenant === 'demo' ? 3 : 0) },
  indexedCases: { count: async (tenant, from) => (tenant === 'demo' && from === undefined ? 1 : 0) },
  runs: memoryJobRuns(),
  sourceTenant: 'demo',
  metrics: memoryMetricsReader(),
  breakers: memoryBreakerStore(),
  imports: {
    active: async () => [
      { tenant: 'demo', id: 'i-1' },
      { tenant: 'other', id: 'i-2' },
    ],
    list: async () => ({ rows: [], next: undefined }),
  },
  results: memoryHealthResults(),
  watched: {
    functions: ['search', 'write-segment'],
    queues: ['segments'],
    deadEnds: ['projection-failures'],
  },
  indexStatus: async () => ({
    live: { generation: 2, model: 'model-1', dimensions: 8, embedder: 'static', index_version: 1 },
    rebuild_needed: false,
    rebuild: null,
    retired: [],
    last_rebuild: null,
  }),
  instance: {
    stage: 'test',
    runtime: 'node v24',
    memoryMegabytes: () => 100.123,
    uptimeSeconds: () => 7.9,
  },
  clock: fixedClock('2026-11-22T04:30:00.000Z'),
  faults: { record: () => undefined },
  ...overrides,
});
