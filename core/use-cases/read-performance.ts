import type { PerformanceMetrics } from '#contracts/metrics.ts';
import { highestOf, percentOf, rounded, roundedOrNull, sumOf } from '#core/metrics/arithmetic.ts';
import { ofEach } from '#core/metrics/of-each.ts';
import { SEARCHER, type Watched } from '#core/metrics/watched.ts';
import type { MetricsReader } from '#core/ports/metrics-reader.ts';

export type ReadPerformanceDeps = { metrics: MetricsReader; watched: Watched };

const MINUTES = 5;

/** How the whole service performed over the last five minutes. */
export const readPerformance =
  ({ metrics, watched }: ReadPerformanceDeps) =>
  async (): Promise<PerformanceMetrics> => {
    const { functions, queues } = watched;
    const [api, concurrency, memory, cpu, depth] = await Promise.all([
      metrics.read(
        {
          requests: { measure: 'requests', statistic: 'sum' },
          faults: { measure: 'request_faults', statistic: 'sum' },
          average: { measure: 'request_milliseconds', statistic: 'average' },
          p50: { measure: 'request_milliseconds', statistic: 'p50' },
          p95: { measure: 'request_milliseconds', statistic: 'p95' },
          p99: { measure: 'request_milliseconds', statistic: 'p99' },
          hits: { measure: 'embedding_hits', of: SEARCHER, statistic: 'sum' },
          misses: { measure: 'embedding_misses', of: SEARCHER, statistic: 'sum' },
        },
        MINUTES,
      ),
      metrics.read(ofEach(functions, 'function_concurrency', 'maximum'), MINUTES),
      metrics.read(ofEach(functions, 'function_memory_megabytes', 'maximum'), MINUTES),
      metrics.read(ofEach(functions, 'function_cpu_percent', 'average'), MINUTES),
      metrics.read(ofEach(queues, 'queue_visible', 'latest'), MINUTES),
    ]);
    const requests = sumOf([api.get('requests')]);
    const hits = sumOf([api.get('hits')]);
    return {
      window_seconds: MINUTES * 60,
      throughput_per_second: rounded(requests / (MINUTES * 60)),
      average_latency_ms: roundedOrNull(api.get('average')),
      latency_ms: {
        p50: roundedOrNull(api.get('p50')),
        p95: roundedOrNull(api.get('p95')),
        p99: roundedOrNull(api.get('p99')),
      },
      error_rate_percent: percentOf(sumOf([api.get('faults')]), requests),
      cache_hit_rate_percent: percentOf(hits, hits + sumOf([api.get('misses')])),
      concurrent_workers: sumOf([...concurrency.values()]),
      queue_depth: sumOf([...depth.values()]),
      memory_usage_mb: roundedOrNull(highestOf([...memory.values()])),
      cpu_usage_percent: roundedOrNull(highestOf([...cpu.values()])),
    };
  };
