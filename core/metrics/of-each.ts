import type { Measure, MetricQuestion, Statistic } from '#core/ports/metrics-reader.ts';

/** The same question about each of several functions or queues, by their names. */
export const ofEach = (
  parts: readonly string[],
  measure: Measure,
  statistic: Statistic,
): Readonly<Record<string, MetricQuestion>> =>
  Object.fromEntries(parts.map((part) => [part, { measure, of: part, statistic }]));
