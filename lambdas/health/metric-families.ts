import type { DetailedHealth } from '#contracts/health.ts';
import type { PerformanceMetrics, PipelineMetrics, QueueMetrics } from '#contracts/metrics.ts';
import type { MetricFamily, Sample } from './prometheus-text.ts';

type Numbers = {
  readonly tenant: string;
  readonly performance: PerformanceMetrics;
  readonly pipeline: PipelineMetrics;
  readonly health: DetailedHealth;
};

type Known = number | null | undefined;

/** A value, if there is one: what was not measured has no line. */
const sample = (value: Known, labels?: Readonly<Record<string, string>>): readonly Sample[] =>
  value === null || value === undefined ? [] : [{ value, ...(labels && { labels }) }];

const gauge = (name: string, help: string, samples: readonly Sample[]): MetricFamily => ({
  name: `caselore_${name}`,
  help,
  type: 'gauge',
  samples,
});

const scaled = (value: Known, factor: number): Known =>
  value === null || value === undefined ? value : Math.round(value * factor * 1e6) / 1e6;

const service = ({ performance }: Numbers): readonly MetricFamily[] => [
  gauge(
    'requests_per_second',
    'Requests of the API a second, over five minutes.',
    sample(performance.throughput_per_second),
  ),
  gauge(
    'request_error_ratio',
    'Share of requests that failed by our fault, 0 to 1.',
    sample(performance.error_rate_percent / 100),
  ),
  gauge(
    'request_duration_seconds',
    'Time until the API answered, by quantile over five minutes.',
    (['p50', 'p95', 'p99'] as const).flatMap((name) =>
      sample(scaled(performance.latency_ms[name], 0.001), {
        quantile: `0.${name.slice(1).replace(/0$/, '')}`,
      }),
    ),
  ),
  gauge(
    'query_cache_hit_ratio',
    'Share of queries whose vector was remembered, 0 to 1.',
    sample(performance.cache_hit_rate_percent / 100),
  ),
  gauge(
    'concurrent_invocations',
    'Most invocations at once, all functions.',
    sample(performance.concurrent_workers),
  ),
  gauge(
    'function_memory_bytes',
    'Memory of the function that took most.',
    sample(scaled(performance.memory_usage_mb, 1024 * 1024)),
  ),
  gauge(
    'function_cpu_ratio',
    'Share of a processor that the busiest function used while it ran, 0 to 1.',
    sample(scaled(performance.cpu_usage_percent, 0.01)),
  ),
];

const byQueue = (queues: readonly QueueMetrics[], field: keyof Omit<QueueMetrics, 'name'>, state?: string) =>
  queues.flatMap((queue) => sample(queue[field], { queue: queue.name, ...(state && { state }) }));

const pipeline = ({
  pipeline: { imports, queues, projector, embeddings },
}: Numbers): readonly MetricFamily[] => [
  gauge('queue_messages', 'Messages of a queue by state.', [
    ...byQueue(queues, 'depth', 'visible'),
    ...byQueue(queues, 'in_flight', 'in_flight'),
    ...byQueue(queues, 'dead_letters', 'dead'),
  ]),
  gauge(
    'queue_oldest_message_seconds',
    'Age of the oldest message of a queue.',
    byQueue(queues, 'oldest_age_seconds'),
  ),
  gauge('import_records', 'Records of imports decided in five minutes, by outcome.', [
    ...sample(imports.records_written, { outcome: 'written' }),
    ...sample(imports.records_unchanged, { outcome: 'unchanged' }),
    ...sample(imports.records_failed, { outcome: 'failed' }),
  ]),
  gauge('projector_lag_seconds', 'How late changes reach the projector.', sample(projector.lag_seconds)),
  gauge(
    'projector_records_per_second',
    'Records projected into the index a second, over five minutes.',
    sample(projector.records_per_second),
  ),
  gauge('embeddings', 'Texts of records that needed a vector in five minutes, by whether one was kept.', [
    ...sample(embeddings.hits, { result: 'hit' }),
    ...sample(embeddings.misses, { result: 'miss' }),
  ]),
];

const tenants = ({
  tenant,
  pipeline: { imports },
  health: { components },
}: Numbers): readonly MetricFamily[] => [
  gauge('cases', 'Cases of the tenant that asks.', sample(components.database.case_count, { tenant })),
  gauge(
    'passages',
    'Passages in the index of the tenant that asks.',
    sample(components.vector_store.vector_count, { tenant }),
  ),
  gauge('imports_active', 'Imports under way of the tenant that asks.', sample(imports.active, { tenant })),
];

const parts = ({ health: { components, system } }: Numbers): readonly MetricFamily[] => [
  gauge(
    'component_healthy',
    'Whether a part works, 1 or 0; a degraded one works.',
    Object.entries(components).flatMap(([component, { status }]) =>
      sample(status === 'unhealthy' ? 0 : 1, { component }),
    ),
  ),
  gauge(
    'breaker_open',
    'Whether calls to a part are held back because it does not answer, 1 or 0.',
    components.breakers.items.flatMap(({ name, state }) =>
      sample(state === 'closed' ? 0 : 1, { breaker: name }),
    ),
  ),
  gauge(
    'info',
    'The environment and its runtime; always 1.',
    sample(1, { stage: system.stage, runtime: system.runtime }),
  ),
];

/** Everything that is measured, as Prometheus wants it: base units, no percentages. */
export const metricFamilies = (numbers: Numbers): readonly MetricFamily[] => [
  ...service(numbers),
  ...pipeline(numbers),
  ...tenants(numbers),
  ...parts(numbers),
];
