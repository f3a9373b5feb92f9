import type { Clock } from '#core/ports/clock.ts';
import type { Component } from '#core/ports/component.ts';
import type { FaultLog } from '#core/ports/fault-log.ts';

export type CheckReadinessDeps = { components: readonly Component[]; clock: Clock; faults: FaultLog };

type ComponentStatus = { readonly status: 'healthy' | 'unhealthy' };

/** Whether the service can work now, part by part. */
export type Readiness = {
  readonly status: 'ready' | 'not_ready';
  readonly timestamp: string;
  readonly components: Readonly<Record<string, ComponentStatus>>;
};

const statusOf = async (component: Component, faults: FaultLog): Promise<[string, ComponentStatus]> => {
  try {
    await component.ping();
    return [component.name, { status: 'healthy' }];
  } catch (error) {
    faults.record('COMPONENT_UNHEALTHY', { component: component.name, error });
    return [component.name, { status: 'unhealthy' }];
  }
};

/** Asks every component; one that does not answer makes the service not ready, and its fault is recorded. */
export const checkReadiness =
  ({ components, clock, faults }: CheckReadinessDeps) =>
  async (): Promise<Readiness> => {
    const statuses = await Promise.all(components.map((component) => statusOf(component, faults)));
    const ready = statuses.every(([, { status }]) => status === 'healthy');
    return {
      status: ready ? 'ready' : 'not_ready',
      timestamp: clock.now().toISOString(),
      components: Object.fromEntries(statuses),
    };
  };
