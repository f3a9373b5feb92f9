import type { ChunkWriter } from '#core/ports/chunk-writer.ts';
import { measure } from '#lambdas/shared/measure.ts';
import type { MetricName } from '#lambdas/shared/metric-list.ts';
import type { Outcome } from '#contracts/import-outcome.ts';

const METRIC: Record<Outcome['outcome'], MetricName> = {
  written: 'RecordsWritten',
  unchanged: 'RecordsUnchanged',
  failed: 'RecordsFailed',
};

/** Counts the records of chunks as they are committed, each once. */
export const measuredChunkWriter = (chunks: ChunkWriter): ChunkWriter => ({
  async commit(chunk) {
    const result = await chunks.commit(chunk);
    if (result.kind !== 'committed') return result;
    for (const [outcome, records] of Map.groupBy(chunk.outcomes, (one) => one.outcome)) {
      measure(METRIC[outcome], records.length);
    }
    return result;
  },
});
