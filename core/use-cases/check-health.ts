import type { HealthStatus } from '#contracts/health.ts';
import { worstStatus } from '#core/metrics/worst-status.ts';
import type { Component } from '#core/ports/component.ts';
import type { HealthResults } from '#core/ports/health-results.ts';
import { readDetailedHealth, type ReadDetailedHealthDeps } from './read-detailed-health.ts';

export type CheckHealthDeps = Omit<ReadDetailedHealthDeps, 'caseCounts' | 'vectorCounts'> & {
  engine: string;
  results: HealthResults;
};

/** What a check counts, for its run. */
export type HealthCounts = { processed: number; unhealthy: number; degraded: number };

/** Counts belong to tenants; a check asks for the environment, and of its parts only whether they answer. */
const NO_TENANT = '';
const nothing = { count: async () => 0 };

/** Looks at every part of the service and keeps what it finds; a part that does not answer is a finding, not a failure. */
export const checkHealth = (deps: CheckHealthDeps) => {
  const { components, engine, results, faults } = deps;
  const read = readDetailedHealth({
    ...deps,
    caseCounts: nothing,
    vectorCounts: { engine, ...nothing },
  });

  const ask = async (component: Component): Promise<readonly [string, HealthStatus]> => {
    const { name } = component;
    try {
      await component.ping();
      return [name, 'healthy'];
    } catch (error) {
      faults.record('COMPONENT_UNHEALTHY', { component: name, error });
      return [name, 'unhealthy'];
    }
  };

  return async (runId: string): Promise<HealthCounts> => {
    const detailed = await read(NO_TENANT);
    const told = Object.entries(detailed.components).map(([name, { status }]) => [name, status] as const);
    const names = new Set(told.map(([name]) => name));
    // The detailed answer asks for a few of the components only; a check asks for each.
    const asked = await Promise.all(components.filter(({ name }) => !names.has(name)).map(ask));
    const parts = [...told, ...asked];
    await results.add({
      checked_at: detailed.timestamp,
      run_id: runId,
      status: worstStatus(parts.map(([, status]) => status)),
      components: Object.fromEntries(parts),
    });
    const of = (wanted: HealthStatus) => parts.filter(([, found]) => found === wanted).length;
    return { processed: parts.length, unhealthy: of('unhealthy'), degraded: of('degraded') };
  };
};
