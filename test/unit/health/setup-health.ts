import type { IndexStatus } from '#contracts/index-status.ts';
import { createHandler } from '#lambdas/health/handler.ts';
import type { BreakerRow } from '#core/ports/breaker-store.ts';
import { aHealthDeps } from '#test/support/a-health-deps.ts';
import { aContext, anApiEvent } from '#test/support/an-api-event.ts';
import { memoryBreakerStore } from '#test/support/memory-breaker-store.ts';
import { type Measured, memoryMetricsReader } from '#test/support/memory-metrics-reader.ts';

type Settings = {
  readonly measured?: readonly Measured[];
  /** Names of the parts that do not answer; `metrics` is the reader itself. */
  readonly broken?: readonly string[];
  /** What is told of the search index. */
  readonly index?: IndexStatus;
  readonly breakers?: readonly BreakerRow[];
};

const broken = () => Promise.reject(new Error('out of order'));

/** The function of health and metrics over twins: two cases and three passages of tenant `demo`. */
export const setupHealth = ({ measured = [], broken: parts = [], index, breakers = [] }: Settings = {}) => {
  const faults: Readonly<Record<string, unknown>>[] = [];
  const component = (name: string) => ({
    name,
    ping: () => (parts.includes(name) ? broken() : Promise.resolve()),
  });
  const handler = createHandler(
    aHealthDeps({
      components: ['database', 'imports', 'vector_store', 'queues'].map(component),
      metrics: parts.includes('metrics') ? { read: broken } : memoryMetricsReader(measured),
      ...(index && { indexStatus: async () => index }),
      breakers: parts.includes('breakers') ? { find: broken } : memoryBreakerStore(breakers),
      faults: { record: (_event, detail) => faults.push(detail) },
    }),
  );
  const get = async (path: string, roles = 'admin', tenant = 'demo') => {
    const { statusCode, headers, body } = await handler(
      anApiEvent({ resource: path, path, roles, tenant }),
      aContext(),
    );
    const isJson = /json/.test(String(headers?.['content-type']));
    return { status: statusCode, headers, body: isJson ? JSON.parse(body) : body };
  };
  return { get, faults };
};
