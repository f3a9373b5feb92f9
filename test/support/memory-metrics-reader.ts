import type { MetricQuestion, MetricsReader } from '#core/ports/metrics-reader.ts';

/** One value that somebody measured, so many minutes ago. */
export type Measured = Pick<MetricQuestion, 'measure' | 'of'> & {
  readonly value: number;
  readonly minutesAgo?: number;
};

const percentile = (values: readonly number[], percent: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil((percent / 100) * values.length) - 1)]!;

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

const answer = (statistic: MetricQuestion['statistic'], found: readonly Measured[]): number => {
  const values = found.map(({ value }) => value);
  const newest = Math.min(...found.map(({ minutesAgo = 0 }) => minutesAgo));
  switch (statistic) {
    case 'sum':
      return sum(values);
    case 'average':
      return sum(values) / values.length;
    case 'maximum':
      return Math.max(...values);
    case 'latest':
      return Math.max(
        ...found.filter(({ minutesAgo = 0 }) => minutesAgo === newest).map(({ value }) => value),
      );
    case 'p50':
    case 'p95':
    case 'p99':
    default:
      return percentile(values, Number(statistic.slice(1)));
  }
};

/** Metrics in memory, a twin of CloudWatch for unit tests. */
export const memoryMetricsReader = (measured: readonly Measured[] = []): MetricsReader => ({
  async read(questions, minutes) {
    const known = new Map<string, number>();
    for (const [name, { measure, of, statistic }] of Object.entries(questions)) {
      const found = measured.filter(
        (one) => one.measure === measure && one.of === of && (one.minutesAgo ?? 0) < minutes,
      );
      if (found.length > 0) known.set(name, answer(statistic, found));
    }
    return known;
  },
});
