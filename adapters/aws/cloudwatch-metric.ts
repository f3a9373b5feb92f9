import type { Metric } from '@aws-sdk/client-cloudwatch';
import type { Measure, MetricQuestion } from '#core/ports/metrics-reader.ts';
import type { MetricSources } from './metric-sources.ts';

type Dimensions = Readonly<Record<string, string>>;
type Place = (sources: MetricSources, of: string) => Dimensions;

const unknown = (of: string): never => {
  throw new Error(`nothing that is measured is called "${of}"`);
};

const api: Place = ({ api: { name, stage } }) => ({ ApiName: name, Stage: stage });
const aFunction: Place = ({ functions }, of) => ({ FunctionName: functions[of] ?? unknown(of) });
const ourOwn: Place = ({ functions }, of) => ({ service: of in functions ? of : unknown(of) });
const queue: Place = ({ queues }, of) => ({ QueueName: queues[of]?.queue ?? unknown(of) });
const deadLetters: Place = ({ queues, deadEnds }, of) => ({
  QueueName: queues[of]?.deadLetters ?? deadEnds[of] ?? unknown(of),
});
const projector: Place = (sources) => ({ FunctionName: sources.projector });

/** Metrics by AWS's own names, and ours (docs/metrics.md), with the dimensions that single one out. */
const METRICS: Record<Measure, readonly [namespace: string, name: string, place: Place]> = {
  requests: ['AWS/ApiGateway', 'Count', api],
  request_faults: ['AWS/ApiGateway', '5XXError', api],
  request_milliseconds: ['AWS/ApiGateway', 'Latency', api],
  function_concurrency: ['AWS/Lambda', 'ConcurrentExecutions', aFunction],
  function_memory_megabytes: ['Caselore', 'MemoryUsed', ourOwn],
  function_cpu_percent: ['Caselore', 'CpuUsed', ourOwn],
  queue_visible: ['AWS/SQS', 'ApproximateNumberOfMessagesVisible', queue],
  queue_in_flight: ['AWS/SQS', 'ApproximateNumberOfMessagesNotVisible', queue],
  queue_oldest_seconds: ['AWS/SQS', 'ApproximateAgeOfOldestMessage', queue],
  queue_dead_letters: ['AWS/SQS', 'ApproximateNumberOfMessagesVisible', deadLetters],
  projection_lag_milliseconds: ['AWS/Lambda', 'IteratorAge', projector],
  keys_projected: ['Caselore', 'KeysProjected', ourOwn],
  embedding_hits: ['Caselore', 'EmbeddingHits', ourOwn],
  embedding_misses: ['Caselore', 'EmbeddingMisses', ourOwn],
  records_written: ['Caselore', 'RecordsWritten', ourOwn],
  records_unchanged: ['Caselore', 'RecordsUnchanged', ourOwn],
  records_failed: ['Caselore', 'RecordsFailed', ourOwn],
};

/** The metric of CloudWatch that a question is about. */
export const cloudwatchMetric = (sources: MetricSources, { measure, of }: MetricQuestion): Metric => {
  const [Namespace, MetricName, place] = METRICS[measure];
  return {
    Namespace,
    MetricName,
    Dimensions: Object.entries(place(sources, of ?? '')).map(([Name, Value]) => ({ Name, Value })),
  };
};
