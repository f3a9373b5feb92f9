import { addAll, addValue, type Distribution, emptyDistribution, statisticOf } from './distribution.ts';
import type { Measurement } from './measurement.ts';

/** One metric, by namespace, name and exactly these dimensions. */
export type Metric = Pick<Measurement, 'namespace' | 'name' | 'dimensions'>;

/** A statistic of a metric, one value a period, from `from` on and before `to` (milliseconds of the epoch). */
export type MetricRequest = Metric & {
  readonly statistic: string;
  readonly periodSeconds: number;
  readonly from: number;
  readonly to: number;
};

/** Values of a metric, oldest first; periods without a value are left out. */
export type MetricValue = { readonly at: number; readonly value: number };

/** What the laptop form knows of its metrics: minute by minute, in memory. */
export type MetricStore = {
  readonly put: (measurement: Measurement) => void;
  readonly read: (request: MetricRequest) => readonly MetricValue[];
};

const MINUTE = 60_000;
/** CloudWatch keeps minutes for 15 days; the laptop form for as long as somebody looks at a run. */
const MINUTES_KEPT = 180;

/** Makes an empty store. */
export const createMetricStore = (): MetricStore => {
  const series = new Map<string, Map<number, Distribution>>();

  const put = (measurement: Measurement): void => {
    const key = keyOf(measurement);
    const minutes = series.get(key) ?? new Map<number, Distribution>();
    series.set(key, minutes);
    const minute = Math.floor(measurement.at / MINUTE);
    const distribution = minutes.get(minute) ?? emptyDistribution();
    if (!minutes.has(minute)) {
      minutes.set(minute, distribution);
      for (const old of minutes.keys()) if (old < minute - MINUTES_KEPT) minutes.delete(old);
    }
    addValue(distribution, measurement.value);
  };

  const read = (request: MetricRequest): readonly MetricValue[] => {
    const periods = new Map<number, Distribution>();
    // CloudWatch rounds the start down to the minute; periods count from there.
    const start = Math.floor(request.from / MINUTE) * MINUTE;
    const period = request.periodSeconds * 1000;
    for (const [minute, distribution] of series.get(keyOf(request)) ?? []) {
      const at = minute * MINUTE;
      if (at < start || at >= request.to) continue;
      const begin = start + Math.floor((at - start) / period) * period;
      const merged = periods.get(begin) ?? emptyDistribution();
      periods.set(begin, merged);
      addAll(merged, distribution);
    }
    return [...periods]
      .toSorted(([a], [b]) => a - b)
      .map(([at, distribution]) => ({ at, value: statisticOf(distribution, request.statistic) }));
  };
  return { put, read };
};

const keyOf = ({ namespace, name, dimensions }: Metric): string =>
  JSON.stringify([namespace, name, ...Object.entries(dimensions).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
