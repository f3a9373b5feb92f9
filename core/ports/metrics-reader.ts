/** What is measured, in words of the product; where a part is named, it is a function, a queue or an outcome. */
export type Measure =
  | 'requests'
  | 'request_faults'
  | 'request_milliseconds'
  | 'function_concurrency'
  | 'function_memory_megabytes'
  | 'function_cpu_percent'
  | 'queue_visible'
  | 'queue_in_flight'
  | 'queue_oldest_seconds'
  | 'queue_dead_letters'
  | 'projection_lag_milliseconds'
  | 'keys_projected'
  | 'embedding_hits'
  | 'embedding_misses'
  | 'records_written'
  | 'records_unchanged'
  | 'records_failed';

/** How the values of the window become one number; `latest` is the highest of the newest minute that has values. */
export type Statistic = 'sum' | 'average' | 'maximum' | 'p50' | 'p95' | 'p99' | 'latest';

/** One number that somebody wants. */
export type MetricQuestion = {
  readonly measure: Measure;
  /** The function or queue that is meant; left out where there is one only. */
  readonly of?: string;
  readonly statistic: Statistic;
};

/** Numbers about the whole system, some seconds to a few minutes old. Every implementation must pass test/contract/metrics-reader.contract.ts. */
export interface MetricsReader {
  /** The answers to questions, by their names, over the minutes up to now; absent where nothing was measured. */
  read(
    questions: Readonly<Record<string, MetricQuestion>>,
    minutes: number,
  ): Promise<ReadonlyMap<string, number>>;
}
