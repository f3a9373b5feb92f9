import { METRICS, type MetricName } from './metric-list.ts';
import { metrics } from './metrics.ts';

/** Publishes one value of a metric of the list, by function; with dimensions, apart for each of their values. */
export const measure = (
  name: MetricName,
  value: number,
  dimensions?: Readonly<Record<string, string>>,
): void => {
  if (!dimensions) return void metrics.addMetric(name, METRICS[name], value);
  const apart = metrics.singleMetric();
  for (const [dimension, one] of Object.entries(dimensions)) apart.addDimension(dimension, one);
  apart.addMetric(name, METRICS[name], value);
};
