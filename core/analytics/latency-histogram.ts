/** Counts by bucket; bucket n holds what took at most 1.1^n ms and more than 1.1^(n-1) ms, bucket 0 all up to 1 ms. */
export type Histogram = Readonly<Record<string, number>>;

const STEP = Math.log(1.1);
/** Some 45 minutes: longer than anything that answers. */
const LAST_BUCKET = 155;

/** A histogram with one more duration in it. */
export const addLatency = (histogram: Histogram, milliseconds: number): Histogram => {
  const bucket = milliseconds <= 1 ? 0 : Math.min(LAST_BUCKET, Math.ceil(Math.log(milliseconds) / STEP));
  return { ...histogram, [bucket]: (histogram[bucket] ?? 0) + 1 };
};

/** All counts of several histograms. */
export const mergeHistograms = (histograms: readonly Histogram[]): Histogram => {
  const merged: Record<string, number> = {};
  for (const histogram of histograms) {
    for (const [bucket, count] of Object.entries(histogram)) merged[bucket] = (merged[bucket] ?? 0) + count;
  }
  return merged;
};

/** The upper end, in ms to a tenth, of the bucket in which the share (0 to 1) of all durations is reached; null where there are none. */
export const percentile = (histogram: Histogram, share: number): number | null => {
  const buckets = Object.entries(histogram)
    .map(([bucket, count]) => ({ bucket: Number(bucket), count }))
    .toSorted((a, b) => a.bucket - b.bucket);
  const wanted = share * buckets.reduce((sum, { count }) => sum + count, 0);
  let reached = 0;
  for (const { bucket, count } of buckets) {
    reached += count;
    if (reached >= wanted) return Math.round(1.1 ** bucket * 10) / 10;
  }
  return null;
};
