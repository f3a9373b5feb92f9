import * as z from 'zod';
import { IndexRebuild } from './index-status.ts';
import { BreakerView } from './breaker.ts';
import { QueueMetrics } from './metrics.ts';

/** How a part is: it works, it works but needs a look, or it does not answer. */
export const HealthStatus = z.enum(['healthy', 'degraded', 'unhealthy']);
export type HealthStatus = z.infer<typeof HealthStatus>;

const status = { status: HealthStatus } as const;

/** The answer of `GET /health/detailed`. A number is null where its part did not tell. */
export const DetailedHealth = z.object({
  ...status,
  timestamp: z.string(),
  components: z.object({
    /** Cases of the caller's tenant, at most 10 s old. */
    database: z.object({ ...status, case_count: z.int().nullable() }),
    /** Passages of the caller's tenant, at most 10 s old. */
    vector_store: z.object({
      ...status,
      engine: z.string(),
      vector_count: z.int().nullable(),
      /** The generation of the index that is searched. */
      generation: z.int().nullable(),
      /** Whether settings or code ask for what only a rebuild of the index brings. */
      rebuild_needed: z.boolean().nullable(),
      rebuild: IndexRebuild.nullable(),
    }),
    /** Queries whose vectors were remembered. */
    cache: z.object({
      ...status,
      hits: z.number().nullable(),
      misses: z.number().nullable(),
      hit_rate_percent: z.number().nullable(),
    }),
    queues: z.object({
      ...status,
      depth: z.number().nullable(),
      dead_letters: z.number().nullable(),
      items: z.array(QueueMetrics),
    }),
    /** Texts and queries that the embedding model has turned into vectors. */
    models: z.object({ ...status, embedding: z.string().nullable(), texts_embedded: z.number().nullable() }),
    /** What keeps work from parts that are out; degraded while one is not closed. */
    breakers: z.object({ ...status, items: z.array(BreakerView) }),
  }),
  system: z.object({
    stage: z.string(),
    runtime: z.string(),
    uptime_seconds: z.number(),
    memory_usage_mb: z.number(),
  }),
});
export type DetailedHealth = z.infer<typeof DetailedHealth>;
