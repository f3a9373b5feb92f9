import { describe, expect, it } from 'vitest';
import { answerInTime } from '#adapters/system/answer-in-time.ts';
import type { Component } from '#core/ports/component.ts';
import { createHandler } from '#lambdas/health/handler.ts';
import { aHealthDeps } from '#test/support/a-health-deps.ts';
import { aContext, anApiEvent } from '#test/support/an-api-event.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';

const well: Component = { name: 'database', ping: async () => undefined };
const ill: Component = { name: 'queues', ping: async () => Promise.reject(new Error('gone')) };
const stuck: Component = { name: 'vector_store', ping: () => new Promise(() => undefined) };

const setup = (...components: Component[]) => {
  const recorded: unknown[] = [];
  const faults = { record: (event: string, detail: object) => void recorded.push({ event, ...detail }) };
  const handler = createHandler(aHealthDeps({ components, clock: fixedClock(), faults }));
  return {
    recorded,
    get: async (resource: string) => {
      const { statusCode, body } = await handler(anApiEvent({ resource, path: resource }), aContext());
      return { statusCode, body: JSON.parse(body) };
    },
  };
};

describe('health', () => {
  it('is ready when every component answers', async () => {
    expect(await setup(well).get('/ready')).toMatchObject({
      statusCode: 200,
      body: { status: 'ready', components: { database: { status: 'healthy' } } },
    });
  });

  it('is not ready, names the component and records its fault when one does not answer', async () => {
    const { get, recorded } = setup(well, ill);

    expect(await get('/ready')).toMatchObject({
      statusCode: 503,
      body: {
        status: 'not_ready',
        components: { database: { status: 'healthy' }, queues: { status: 'unhealthy' } },
      },
    });
    expect(recorded).toMatchObject([{ event: 'COMPONENT_UNHEALTHY', component: 'queues' }]);
  });

  it('does not wait for a component that hangs', async () => {
    const { get, recorded } = setup(answerInTime(stuck, 20));

    expect(await get('/api/v1/health/ready')).toMatchObject({ statusCode: 503 });
    expect(recorded).toMatchObject([{ error: { message: 'vector_store did not answer within 20 ms' } }]);
  });

  it('lives whatever its components do', async () => {
    expect(await setup(stuck).get('/health')).toMatchObject({ statusCode: 200, body: { status: 'healthy' } });
  });
});
