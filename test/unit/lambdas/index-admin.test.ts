import { describe, expect, it } from 'vitest';
import { createHandler } from '#lambdas/index-admin/handler.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { aContext, anApiEvent } from '#test/support/an-api-event.ts';
import { noChaos } from '#test/support/import-world.ts';
import { memoryRequestClaims } from '#test/support/memory-request-claims.ts';
import { rebuildWorld } from '#test/support/rebuild-world.ts';

const setup = () => {
  const world = rebuildWorld(noChaos());
  const handler = createHandler({ ...world.ports, claims: memoryRequestClaims(), hasher: nodeHasher });
  return async (httpMethod: 'GET' | 'POST', path: string, body?: unknown, roles = 'admin') => {
    const resource = `/api/v1/admin/index${path}`;
    const answer = await handler(
      anApiEvent({ httpMethod, resource, path: resource, body, roles }),
      aContext(),
    );
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  };
};

describe('index-admin', () => {
  it('shows, begins and cancels', async () => {
    const call = setup();

    expect(await call('GET', '', undefined, 'engineer')).toMatchObject({
      status: 200,
      body: { live: { generation: 1 }, rebuild: null, rebuild_needed: false },
    });
    expect(await call('POST', '/rebuild', {})).toMatchObject({
      status: 202,
      body: { rebuild: { generation: 2, state: 'waiting' } },
    });
    expect(await call('POST', '/cancel')).toMatchObject({
      status: 202,
      body: { rebuild: null, last_rebuild: { outcome: 'cancelled' } },
    });
  });

  it.each([
    ['GET', '', 'agent', undefined, 403],
    ['POST', '/rebuild', 'engineer', {}, 403],
    ['POST', '/cancel', 'engineer', undefined, 403],
    ['POST', '/cancel', 'admin', undefined, 409],
    ['POST', '/rebuild', 'admin', { embedder: 'nobody' }, 422],
    ['POST', '/rebuild', 'admin', { tenant: 'other' }, 422],
  ] as const)('%s %s by %s with %j: %i', async (method, path, roles, body, status) => {
    expect((await setup()(method, path, body, roles)).status).toBe(status);
  });
});
