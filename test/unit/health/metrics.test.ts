import { describe, expect, it } from 'vitest';
import { PerformanceMetrics, PipelineMetrics } from '#contracts/metrics.ts';
import { setupHealth } from './setup-health.ts';

const requests = (...milliseconds: number[]) =>
  milliseconds.flatMap((value) => [
    { measure: 'request_milliseconds', value } as const,
    { measure: 'requests', value: 1 } as const,
  ]);

describe('performance metrics', () => {
  it('are rates, percentiles and shares of the last five minutes', async () => {
    const { get } = setupHealth({
      measured: [
        ...requests(...Array.from({ length: 300 }, (_, index) => index + 1)),
        { measure: 'request_faults', value: 3 },
        { measure: 'requests', value: 1_000, minutesAgo: 6 },
        { measure: 'embedding_hits', of: 'search', value: 1 },
        { measure: 'embedding_misses', of: 'search', value: 3 },
        { measure: 'function_concurrency', of: 'search', value: 4 },
        { measure: 'function_concurrency', of: 'write-segment', value: 2 },
        { measure: 'function_memory_megabytes', of: 'search', value: 210.5 },
        { measure: 'function_memory_megabytes', of: 'write-segment', value: 190 },
        { measure: 'function_cpu_percent', of: 'search', value: 40 },
        { measure: 'queue_visible', of: 'segments', value: 12 },
      ],
    });

    const { body } = await get('/api/v1/metrics/performance');

    expect(PerformanceMetrics.parse(body)).toEqual({
      window_seconds: 300,
      throughput_per_second: 1,
      average_latency_ms: 150.5,
      latency_ms: { p50: 150, p95: 285, p99: 297 },
      error_rate_percent: 1,
      cache_hit_rate_percent: 25,
      concurrent_workers: 6,
      queue_depth: 12,
      memory_usage_mb: 210.5,
      cpu_usage_percent: 40,
    });
  });

  it('say null, not 0, where nothing was measured', async () => {
    const { body } = await setupHealth().get('/api/v1/metrics/performance');

    expect(PerformanceMetrics.parse(body)).toMatchObject({
      throughput_per_second: 0,
      error_rate_percent: 0,
      average_latency_ms: null,
      latency_ms: { p50: null, p95: null, p99: null },
      memory_usage_mb: null,
      cpu_usage_percent: null,
    });
  });
});

describe('pipeline metrics', () => {
  it('are of imports, queues, projector and embeddings', async () => {
    const { get } = setupHealth({
      measured: [
        { measure: 'records_written', of: 'write-segment', value: 500 },
        { measure: 'records_unchanged', of: 'write-segment', value: 90 },
        { measure: 'records_failed', of: 'write-segment', value: 10 },
        { measure: 'projection_lag_milliseconds', value: 1_250 },
        { measure: 'keys_projected', of: 'project-changes', value: 290 },
        { measure: 'keys_projected', of: 'repair-projection', value: 10 },
        { measure: 'embedding_hits', of: 'project-changes', value: 1 },
        { measure: 'embedding_misses', of: 'repair-projection', value: 3 },
        { measure: 'queue_visible', of: 'segments', value: 4 },
        { measure: 'queue_in_flight', of: 'segments', value: 2 },
        { measure: 'queue_oldest_seconds', of: 'segments', value: 31.5 },
        { measure: 'queue_dead_letters', of: 'segments', value: 1 },
        { measure: 'queue_dead_letters', of: 'projection-failures', value: 0 },
      ],
    });

    const { body } = await get('/api/v1/metrics/pipeline');

    expect(PipelineMetrics.parse(body)).toEqual({
      window_seconds: 300,
      imports: {
        active: 1,
        records_written: 500,
        records_unchanged: 90,
        records_failed: 10,
        records_per_second: 2,
      },
      queues: [
        { name: 'segments', depth: 4, in_flight: 2, dead_letters: 1, oldest_age_seconds: 31.5 },
        {
          name: 'projection-failures',
          depth: null,
          in_flight: null,
          dead_letters: 0,
          oldest_age_seconds: null,
        },
      ],
      projector: { lag_seconds: 1.25, records_per_second: 1 },
      embeddings: { hits: 1, misses: 3, hit_rate_percent: 25 },
    });
  });
});

describe('metrics for Prometheus', () => {
  it('are in base units, each family with its help and type, what was not measured left out', async () => {
    const { get } = setupHealth({
      measured: [...requests(100), { measure: 'queue_visible', of: 'segments', value: 4 }],
    });

    const { status, headers, body } = await get('/metrics');

    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
    expect(body).toContain('caselore_request_duration_seconds{quantile="0.95"} 0.1\n');
    expect(body).toContain('caselore_queue_messages{queue="segments",state="visible"} 4\n');
    expect(body).toContain('caselore_cases{tenant="demo"} 2\n');
    expect(body).not.toContain('queue_oldest_message_seconds');
    expect(body).not.toContain('null');
    const families = [...body.matchAll(/^# TYPE (\S+) gauge$/gm)].map(([, name]) => name);
    expect(new Set(families).size).toBe(families.length);
    for (const family of families) expect(body).toMatch(new RegExp(`^# HELP ${family} \\w`, 'm'));
  });

  it.each(['/metrics', '/api/v1/metrics/performance', '/api/v1/metrics/pipeline'])(
    '%s is refused to an engineer',
    async (path) => {
      expect(await setupHealth().get(path, 'engineer')).toMatchObject({ status: 403 });
    },
  );
});
