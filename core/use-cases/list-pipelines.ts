import type { Pipelines, PipelineView } from '#contracts/pipelines.ts';
import { queueMetrics } from '#core/metrics/queue-metrics.ts';
import type { Watched } from '#core/metrics/watched.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { MetricsReader } from '#core/ports/metrics-reader.ts';

export type ListPipelinesDeps = {
  imports: Pick<ImportStore, 'active' | 'list'>;
  metrics: MetricsReader;
  watched: Watched;
};

/** The queue of changes that could not be projected with their batch; all others carry imports. */
const REPAIRS = 'repairs';

/** What comes in bulk (the tenant's imports) and what is done at once (projection of every change). */
export const listPipelines =
  ({ imports, metrics, watched }: ListPipelinesDeps) =>
  async (tenant: string): Promise<Pipelines> => {
    const [active, newest, queues] = await Promise.all([
      imports.active(),
      imports.list(tenant, 1),
      queueMetrics(metrics, { ...watched, deadEnds: [] }),
    ]);
    const depth = (wanted: (name: string) => boolean): number | null => {
      const known = queues
        .filter(({ name }) => wanted(name))
        .map((queue) => queue.depth)
        .filter((one) => one !== null);
      return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
    };
    const repairs = depth((name) => name === REPAIRS);
    const pipelines: PipelineView[] = [
      {
        id: 'imports',
        name: 'Imports',
        kind: 'bulk',
        status: active.some((key) => key.tenant === tenant) ? 'running' : 'idle',
        last_run: newest.rows[0]?.createdAt ?? null,
        queue_depth: depth((name) => name !== REPAIRS),
      },
      {
        id: 'projection',
        name: 'Projection',
        kind: 'real_time',
        status: (repairs ?? 0) > 0 ? 'running' : 'idle',
        last_run: null,
        queue_depth: repairs,
      },
    ];
    return { pipelines };
  };
