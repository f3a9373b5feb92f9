import { BreakerName, type BreakerView } from '#contracts/breaker.ts';
import type { DetailedHealth, HealthStatus } from '#contracts/health.ts';
import type { IndexStatus } from '#contracts/index-status.ts';
import type { QueueMetrics } from '#contracts/metrics.ts';
import { breakerView } from '#core/breakers/breaker-view.ts';
import { percentOf, rounded, sumOf } from '#core/metrics/arithmetic.ts';
import { ofEach } from '#core/metrics/of-each.ts';
import { queueMetrics } from '#core/metrics/queue-metrics.ts';
import { PROJECTORS, SEARCHER, type Watched } from '#core/metrics/watched.ts';
import { worstStatus } from '#core/metrics/worst-status.ts';
import type { BreakerStore } from '#core/ports/breaker-store.ts';
import type { CaseCounts } from '#core/ports/case-counts.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Component } from '#core/ports/component.ts';
import type { FaultLog } from '#core/ports/fault-log.ts';
import type { Instance } from '#core/ports/instance.ts';
import type { MetricsReader } from '#core/ports/metrics-reader.ts';

export type ReadDetailedHealthDeps = {
  components: readonly Component[];
  caseCounts: CaseCounts;
  vectorCounts: { readonly engine: string; count(tenant: string): Promise<number> };
  metrics: MetricsReader;
  breakers: Pick<BreakerStore, 'find'>;
  watched: Watched;
  indexStatus: () => Promise<IndexStatus>;
  instance: Instance;
  clock: Clock;
  faults: FaultLog;
};

const MINUTES = 5;

type Looked<Value> = { readonly status: HealthStatus; readonly value: Value | undefined };

/** Each part asked on its own, so that one that does not answer hides no other; its fault is recorded. */
const asker =
  (faults: FaultLog) =>
  async <Value>(component: string, ask: () => Promise<Value>): Promise<Looked<Value>> => {
    try {
      return { status: 'healthy', value: await ask() };
    } catch (error) {
      faults.record('COMPONENT_UNHEALTHY', { component, error });
      return { status: 'unhealthy', value: undefined };
    }
  };

const readEmbeddings = async (metrics: MetricsReader) => {
  const functions = [SEARCHER, ...PROJECTORS];
  const [hits, misses] = await Promise.all([
    metrics.read(ofEach([SEARCHER], 'embedding_hits', 'sum'), MINUTES),
    metrics.read(ofEach(functions, 'embedding_misses', 'sum'), MINUTES),
  ]);
  return {
    hits: sumOf([hits.get(SEARCHER)]),
    misses: sumOf([misses.get(SEARCHER)]),
    embedded: sumOf([...misses.values()]),
  };
};

const system = ({ instance }: ReadDetailedHealthDeps) => ({
  stage: instance.stage,
  runtime: instance.runtime,
  uptime_seconds: Math.floor(instance.uptimeSeconds()),
  memory_usage_mb: rounded(instance.memoryMegabytes()),
});

const ping = async (components: readonly Component[], name: string): Promise<void> => {
  await components.find((component) => component.name === name)?.ping();
};

type Vectors = { readonly count: number; readonly index: IndexStatus };

/** An index that settings or code have outgrown answers, and waits for somebody to rebuild it. */
const vectorsPart = (
  { status, value }: Looked<Vectors>,
  engine: string,
): DetailedHealth['components']['vector_store'] => {
  if (!value) {
    return { status, engine, vector_count: null, generation: null, rebuild_needed: null, rebuild: null };
  }
  const { live, rebuild_needed, rebuild } = value.index;
  return {
    status: rebuild_needed && !rebuild ? 'degraded' : status,
    engine,
    vector_count: value.count,
    generation: live.generation,
    rebuild_needed,
    rebuild,
  };
};

type Queues = DetailedHealth['components']['queues'];

/** Dead letters want a look, though everything works. */
const queuesPart = ({ status, value }: Looked<readonly QueueMetrics[]>): Queues => {
  if (!value) return { status, depth: null, dead_letters: null, items: [] };
  const dead = sumOf(value.map(({ dead_letters: letters }) => letters ?? 0));
  return {
    status: dead > 0 ? 'degraded' : status,
    depth: sumOf(value.map(({ depth }) => depth ?? 0)),
    dead_letters: dead,
    items: [...value],
  };
};

const readBreakers = (breakers: ReadDetailedHealthDeps['breakers']): Promise<readonly BreakerView[]> =>
  Promise.all(BreakerName.options.map(async (name) => breakerView(await breakers.find(name))));

/** Work that waits for a part is not lost: the service is degraded, not down. */
const breakersPart = ({
  status,
  value,
}: Looked<readonly BreakerView[]>): DetailedHealth['components']['breakers'] => ({
  status: value?.some(({ state }) => state !== 'closed') ? 'degraded' : status,
  items: [...(value ?? [])],
});

/** Without its numbers a cache or a model may still work: they are parts of functions, not services. */
const embeddingParts = (
  known: Awaited<ReturnType<typeof readEmbeddings>> | undefined,
  embedding: string | null,
): Pick<DetailedHealth['components'], 'cache' | 'models'> => {
  if (!known) {
    return {
      cache: { status: 'degraded', hits: null, misses: null, hit_rate_percent: null },
      models: { status: 'degraded', embedding, texts_embedded: null },
    };
  }
  const { hits, misses, embedded } = known;
  return {
    cache: { status: 'healthy', hits, misses, hit_rate_percent: percentOf(hits, hits + misses) },
    models: { status: 'healthy', embedding, texts_embedded: embedded },
  };
};

/** How each part is, with the caller's own counts; the service is as well as its worst part. */
export const readDetailedHealth = (deps: ReadDetailedHealthDeps) => {
  const { components: parts, caseCounts, vectorCounts, metrics, watched, clock } = deps;
  const ask = asker(deps.faults);
  const askPinged = <Value>(name: string, question: () => Promise<Value>) =>
    ask(name, async () => {
      await ping(parts, name);
      return question();
    });

  return async (tenant: string): Promise<DetailedHealth> => {
    const [database, vectors, queues, embeddings, breakers] = await Promise.all([
      askPinged('database', () => caseCounts.count(tenant)),
      askPinged('vector_store', async () => {
        const [count, index] = await Promise.all([vectorCounts.count(tenant), deps.indexStatus()]);
        return { count, index };
      }),
      askPinged('queues', () => queueMetrics(metrics, watched)),
      ask('models', () => readEmbeddings(metrics)),
      ask('breakers', () => readBreakers(deps.breakers)),
    ]);
    const components: DetailedHealth['components'] = {
      database: { status: database.status, case_count: database.value ?? null },
      vector_store: vectorsPart(vectors, vectorCounts.engine),
      queues: queuesPart(queues),
      ...embeddingParts(embeddings.value, vectors.value?.index.live.model ?? null),
      breakers: breakersPart(breakers),
    };
    return {
      status: worstStatus(Object.values(components).map(({ status }) => status)),
      timestamp: clock.now().toISOString(),
      components,
      system: system(deps),
    };
  };
};
