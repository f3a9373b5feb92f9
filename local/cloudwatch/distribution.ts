/** Values of one metric in one span of time, counted in buckets 2 % wide, as CloudWatch keeps them too. */
export type Distribution = {
  count: number;
  sum: number;
  min: number;
  max: number;
  readonly buckets: Map<number, number>;
};

/** Statistics of CloudWatch that the laptop form knows: the five plain ones and percentiles, e.g. `p95` or `p99.9`. */
export const STATISTIC = /^(?:Sum|Average|Minimum|Maximum|SampleCount|p(?:\d{1,2}(?:\.\d+)?|100))$/;

const WIDTH = Math.log(1.02);

/** Makes a distribution without values. */
export const emptyDistribution = (): Distribution => ({
  count: 0,
  sum: 0,
  min: Infinity,
  max: -Infinity,
  buckets: new Map(),
});

const bucketOf = (value: number): number => (value > 0 ? Math.floor(Math.log(value) / WIDTH) : -Infinity);

/** Adds one value. */
export const addValue = (distribution: Distribution, value: number): void => {
  distribution.count += 1;
  distribution.sum += value;
  distribution.min = Math.min(distribution.min, value);
  distribution.max = Math.max(distribution.max, value);
  const bucket = bucketOf(value);
  distribution.buckets.set(bucket, (distribution.buckets.get(bucket) ?? 0) + 1);
};

/** Adds all values of another distribution. */
export const addAll = (into: Distribution, other: Distribution): void => {
  into.count += other.count;
  into.sum += other.sum;
  into.min = Math.min(into.min, other.min);
  into.max = Math.max(into.max, other.max);
  for (const [bucket, count] of other.buckets)
    into.buckets.set(bucket, (into.buckets.get(bucket) ?? 0) + count);
};

/** A statistic by CloudWatch's name of a distribution that has values; percentiles are exact to 1 %. */
export const statisticOf = (distribution: Distribution, statistic: string): number => {
  const { count, sum, min, max } = distribution;
  switch (statistic) {
    case 'SampleCount':
      return count;
    case 'Sum':
      return sum;
    case 'Average':
      return sum / count;
    case 'Minimum':
      return min;
    case 'Maximum':
      return max;
    default:
      return percentile(distribution, Number(statistic.slice(1)));
  }
};

const percentile = ({ count, min, max, buckets }: Distribution, percent: number): number => {
  const rank = Math.max(1, Math.ceil((percent / 100) * count));
  if (rank === count) return max;
  let seen = 0;
  for (const bucket of [...buckets.keys()].toSorted((a, b) => a - b)) {
    seen += buckets.get(bucket) ?? 0;
    if (seen >= rank) return Math.min(max, Math.max(min, bucket === -Infinity ? min : middleOf(bucket)));
  }
  return max;
};

const middleOf = (bucket: number): number => Math.exp((bucket + 0.5) * WIDTH);
