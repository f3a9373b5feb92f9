import { describe, expect, it } from 'vitest';
import type { MetricsReader } from '#core/ports/metrics-reader.ts';
import type { Measured } from '#test/support/memory-metrics-reader.ts';

const latencies = (...values: number[]): Measured[] =>
  values.map((value) => ({ measure: 'request_milliseconds', value }));

/** What every implementation of the port does; `create` makes a reader of a system in which this was measured. */
export const metricsReaderContract = (
  name: string,
  create: (measured: readonly Measured[]) => Promise<MetricsReader>,
) =>
  describe(`MetricsReader: ${name}`, () => {
    it('answers each question by its name, with its statistic', async () => {
      const reader = await create(latencies(10, 20, 60));

      const read = await reader.read(
        {
          total: { measure: 'request_milliseconds', statistic: 'sum' },
          mean: { measure: 'request_milliseconds', statistic: 'average' },
          worst: { measure: 'request_milliseconds', statistic: 'maximum' },
        },
        5,
      );

      expect(read).toEqual(
        new Map([
          ['total', 90],
          ['mean', 30],
          ['worst', 60],
        ]),
      );
    });

    it('knows percentiles to 2 %', async () => {
      const reader = await create(latencies(...Array.from({ length: 1000 }, (_, index) => index + 1)));

      const read = await reader.read(
        {
          p50: { measure: 'request_milliseconds', statistic: 'p50' },
          p95: { measure: 'request_milliseconds', statistic: 'p95' },
          p99: { measure: 'request_milliseconds', statistic: 'p99' },
        },
        5,
      );

      for (const [percentile, value] of [
        ['p50', 500],
        ['p95', 950],
        ['p99', 990],
      ] as const) {
        expect(Math.abs(read.get(percentile)! - value)).toBeLessThan(0.02 * value);
      }
    });

    it('keeps the parts of a system apart', async () => {
      const reader = await create([
        { measure: 'queue_visible', of: 'uploads', value: 3 },
        { measure: 'queue_visible', of: 'segments', value: 7 },
        { measure: 'queue_dead_letters', of: 'segments', value: 2 },
        { measure: 'queue_dead_letters', of: 'projection-failures', value: 1 },
        { measure: 'embedding_hits', of: 'search', value: 5 },
        { measure: 'function_concurrency', of: 'search', value: 4 },
      ]);

      const read = await reader.read(
        {
          uploads: { measure: 'queue_visible', of: 'uploads', statistic: 'latest' },
          segments: { measure: 'queue_visible', of: 'segments', statistic: 'latest' },
          dead: { measure: 'queue_dead_letters', of: 'segments', statistic: 'latest' },
          end: { measure: 'queue_dead_letters', of: 'projection-failures', statistic: 'latest' },
          hits: { measure: 'embedding_hits', of: 'search', statistic: 'sum' },
          workers: { measure: 'function_concurrency', of: 'search', statistic: 'maximum' },
        },
        5,
      );

      expect(Object.fromEntries(read)).toEqual({
        uploads: 3,
        segments: 7,
        dead: 2,
        end: 1,
        hits: 5,
        workers: 4,
      });
    });

    it('takes the newest minute for the latest value, and leaves out what is older than asked for', async () => {
      const reader = await create([
        { measure: 'projection_lag_milliseconds', value: 900, minutesAgo: 2 },
        { measure: 'projection_lag_milliseconds', value: 100, minutesAgo: 1 },
        { measure: 'projection_lag_milliseconds', value: 300, minutesAgo: 1 },
        { measure: 'requests', value: 1, minutesAgo: 3 },
        { measure: 'requests', value: 1, minutesAgo: 9 },
      ]);

      const read = await reader.read(
        {
          lag: { measure: 'projection_lag_milliseconds', statistic: 'latest' },
          requests: { measure: 'requests', statistic: 'sum' },
        },
        5,
      );

      expect(Object.fromEntries(read)).toEqual({ lag: 300, requests: 1 });
    });

    it('has no answer where nothing was measured', async () => {
      const reader = await create([]);

      expect(await reader.read({ none: { measure: 'requests', statistic: 'sum' } }, 5)).toEqual(new Map());
    });
  });
