import type { PipelineMetrics } from '#contracts/metrics.ts';
import { highestOf, percentOf, rounded, roundedOrNull, sumOf } from '#core/metrics/arithmetic.ts';
import { ofEach } from '#core/metrics/of-each.ts';
import { queueMetrics } from '#core/metrics/queue-metrics.ts';
import { PROJECTORS, type Watched, WRITER } from '#core/metrics/watched.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { MetricsReader } from '#core/ports/metrics-reader.ts';

export type ReadPipelineDeps = {
  metrics: MetricsReader;
  imports: Pick<ImportStore, 'active'>;
  watched: Watched;
};

const MINUTES = 5;
const SECONDS = MINUTES * 60;

const readRecords = (metrics: MetricsReader) =>
  metrics.read(
    {
      written: { measure: 'records_written', of: WRITER, statistic: 'sum' },
      unchanged: { measure: 'records_unchanged', of: WRITER, statistic: 'sum' },
      failed: { measure: 'records_failed', of: WRITER, statistic: 'sum' },
      lag: { measure: 'projection_lag_milliseconds', statistic: 'latest' },
    },
    MINUTES,
  );

/** How imports, queues, projection and embeddings do: the whole service over the last five minutes, imports of the caller's tenant. */
export const readPipeline =
  ({ metrics, imports, watched }: ReadPipelineDeps) =>
  async (tenant: string): Promise<PipelineMetrics> => {
    const [active, records, projected, hits, misses, queues] = await Promise.all([
      imports.active(),
      readRecords(metrics),
      metrics.read(ofEach(PROJECTORS, 'keys_projected', 'sum'), MINUTES),
      metrics.read(ofEach(PROJECTORS, 'embedding_hits', 'sum'), MINUTES),
      metrics.read(ofEach(PROJECTORS, 'embedding_misses', 'sum'), MINUTES),
      queueMetrics(metrics, watched),
    ]);
    const decided = sumOf([records.get('written'), records.get('unchanged'), records.get('failed')]);
    const remembered = sumOf([...hits.values()]);
    const computed = sumOf([...misses.values()]);
    const lag = highestOf([records.get('lag')]);
    return {
      window_seconds: SECONDS,
      imports: {
        active: active.filter((key) => key.tenant === tenant).length,
        records_written: sumOf([records.get('written')]),
        records_unchanged: sumOf([records.get('unchanged')]),
        records_failed: sumOf([records.get('failed')]),
        records_per_second: rounded(decided / SECONDS),
      },
      queues: [...queues],
      projector: {
        lag_seconds: lag === null ? null : roundedOrNull(lag / 1000),
        records_per_second: rounded(sumOf([...projected.values()]) / SECONDS),
      },
      embeddings: {
        hits: remembered,
        misses: computed,
        hit_rate_percent: percentOf(remembered, remembered + computed),
      },
    };
  };
