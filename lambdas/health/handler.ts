import { HealthHistoryQuery } from '#contracts/health-history.ts';
import { checkReadiness, type CheckReadinessDeps } from '#core/use-cases/check-readiness.ts';
import { listPipelines, type ListPipelinesDeps } from '#core/use-cases/list-pipelines.ts';
import { readCaseMonitor, type ReadCaseMonitorDeps } from '#core/use-cases/read-case-monitor.ts';
import { readDetailedHealth, type ReadDetailedHealthDeps } from '#core/use-cases/read-detailed-health.ts';
import { readHealthHistory, type ReadHealthHistoryDeps } from '#core/use-cases/read-health-history.ts';
import { readPerformance, type ReadPerformanceDeps } from '#core/use-cases/read-performance.ts';
import { readPipeline, type ReadPipelineDeps } from '#core/use-cases/read-pipeline.ts';
import { json } from '#lambdas/shared/json.ts';
import { noBody, nothing, operation, publicOperation } from '#lambdas/shared/operation.ts';
import { plainText } from '#lambdas/shared/plain-text.ts';
import { route } from '#lambdas/shared/route.ts';
import { metricFamilies } from './metric-families.ts';
import { PROMETHEUS_TEXT, prometheusText } from './prometheus-text.ts';

export type HealthDeps = CheckReadinessDeps &
  ReadDetailedHealthDeps &
  ReadHealthHistoryDeps &
  ReadPerformanceDeps &
  ReadPipelineDeps &
  ReadCaseMonitorDeps &
  ListPipelinesDeps;

const PLAIN = { path: nothing, query: nothing, body: noBody };

/** Whether the service lives (it answers), is ready (what it stands on answers too), and how it does, in numbers. */
export const createHandler = (deps: HealthDeps) => {
  const [check, detailed, performance, pipeline] = [
    checkReadiness(deps),
    readDetailedHealth(deps),
    readPerformance(deps),
    readPipeline(deps),
  ];
  const [history, pipelines, monitor] = [readHealthHistory(deps), listPipelines(deps), readCaseMonitor(deps)];
  const live = publicOperation(async () =>
    json(200, { status: 'healthy', timestamp: deps.clock.now().toISOString() }),
  );
  const ready = publicOperation(async () => {
    const readiness = await check();
    return json(readiness.status === 'ready' ? 200 : 503, readiness);
  });

  return route({
    getHealth: live,
    getHealthV1: live,
    getReady: ready,
    getReadyV1: ready,
    getDetailedHealth: operation(PLAIN, async ({ caller }) => json(200, await detailed(caller.tenant))),
    getHealthHistory: operation({ ...PLAIN, query: HealthHistoryQuery }, async ({ query }) =>
      json(200, await history(query.limit)),
    ),
    listPipelines: operation(PLAIN, async ({ caller }) => json(200, await pipelines(caller.tenant))),
    getCaseMonitorStats: operation(PLAIN, async ({ caller }) => json(200, await monitor(caller.tenant))),
    getPerformanceMetrics: operation(PLAIN, async () => json(200, await performance())),
    getPipelineMetrics: operation(PLAIN, async ({ caller }) => json(200, await pipeline(caller.tenant))),
    getPrometheusMetrics: operation(PLAIN, async ({ caller: { tenant } }) => {
      const [one, two, three] = await Promise.all([performance(), pipeline(tenant), detailed(tenant)]);
      const families = metricFamilies({ tenant, performance: one, pipeline: two, health: three });
      return plainText(prometheusText(families), PROMETHEUS_TEXT);
    }),
  });
};
