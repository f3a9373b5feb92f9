import { cloudwatchClient } from '#adapters/aws/cloudwatch-client.ts';
import { cloudwatchMetricsReader } from '#adapters/aws/cloudwatch-metrics-reader.ts';
import type { MetricSources } from '#adapters/aws/metric-sources.ts';
import { rememberingMetricsReader } from '#adapters/system/remembering-metrics-reader.ts';
import { systemClock as clock } from '#adapters/system/system-clock.ts';
import type { Watched } from '#core/metrics/watched.ts';
import type { MetricsReader } from '#core/ports/metrics-reader.ts';

/** The reader of the environment's metrics, and what there is to read about. */
export const openMetrics = (
  sources: MetricSources,
  seconds: number,
): { readonly metrics: MetricsReader; readonly watched: Watched } => ({
  metrics: rememberingMetricsReader(cloudwatchMetricsReader(cloudwatchClient(), sources, clock), {
    seconds,
    clock,
  }),
  watched: {
    functions: Object.keys(sources.functions),
    queues: Object.keys(sources.queues),
    deadEnds: Object.keys(sources.deadEnds),
  },
});
