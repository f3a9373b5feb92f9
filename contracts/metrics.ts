import * as z from 'zod';

/** A number that is null where nothing was measured. */
const Measured = z.number().nullable();

/** The answer of `GET /metrics/performance`: the whole service over the last minutes. */
export const PerformanceMetrics = z.object({
  /** Length of the time that is looked at. */
  window_seconds: z.int(),
  throughput_per_second: z.number(),
  average_latency_ms: Measured,
  latency_ms: z.object({ p50: Measured, p95: Measured, p99: Measured }),
  /** Requests that failed by our fault (5xx). */
  error_rate_percent: z.number(),
  /** Queries whose vector was remembered. */
  cache_hit_rate_percent: z.number(),
  /** Most invocations at once, functions summed. */
  concurrent_workers: z.number(),
  /** Messages that wait in queues which are worked off. */
  queue_depth: z.number(),
  /** The function that took most. */
  memory_usage_mb: Measured,
  cpu_usage_percent: Measured,
});
export type PerformanceMetrics = z.infer<typeof PerformanceMetrics>;

/** One queue as operators see it. */
export const QueueMetrics = z.object({
  name: z.string(),
  depth: Measured,
  in_flight: Measured,
  dead_letters: Measured,
  oldest_age_seconds: Measured,
});
export type QueueMetrics = z.infer<typeof QueueMetrics>;

/** The answer of `GET /metrics/pipeline`: imports, queues, projection and embeddings. */
export const PipelineMetrics = z.object({
  window_seconds: z.int(),
  imports: z.object({
    /** Imports of the caller's tenant that are under way. */
    active: z.int(),
    records_written: z.number(),
    records_unchanged: z.number(),
    records_failed: z.number(),
    records_per_second: z.number(),
  }),
  queues: z.array(QueueMetrics),
  projector: z.object({
    /** Age of the last change of a batch when it was taken up, the highest of the newest minute. */
    lag_seconds: Measured,
    records_per_second: z.number(),
  }),
  embeddings: z.object({ hits: z.number(), misses: z.number(), hit_rate_percent: z.number() }),
});
export type PipelineMetrics = z.infer<typeof PipelineMetrics>;
