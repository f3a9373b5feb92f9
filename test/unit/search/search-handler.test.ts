import { describe, expect, it } from 'vitest';
import { createHandler } from '#lambdas/search/handler.ts';
import { aCase } from '#test/support/a-case.ts';
import { aContext, anApiEvent } from '#test/support/an-api-event.ts';
import { setupSearch } from './setup-search.ts';

const setup = async () => {
  const handler = createHandler(await setupSearch(aCase({ content: { title: 'toner', status: 'open' } })));
  return async (
    route: 'hybrid' | 'similarity',
    body: unknown,
    overrides: { tenant?: string; roles?: string } = {},
  ) => {
    const path = `/api/v1/search/${route}`;
    const answer = await handler(
      anApiEvent({ httpMethod: 'POST', resource: path, path, body, ...overrides }),
      aContext(),
    );
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  };
};

describe('search', () => {
  it('answers a hybrid search and a similarity search', async () => {
    const call = await setup();

    expect(await call('hybrid', { query: 'toner' })).toMatchObject({
      status: 200,
      body: { results: [{ id: 'c-1' }] },
    });
    expect(await call('similarity', { query: 'toner' })).toMatchObject({ status: 200, body: { total: 1 } });
    expect(await call('hybrid', { query: 'toner' }, { tenant: 'other' })).toMatchObject({
      body: { results: [] },
    });
  });

  it.each([
    ['hybrid', '{', 400, 'malformed_request', undefined],
    ['hybrid', { query: 'x', cursor: 'bad' }, 400, 'malformed_request', '/cursor'],
    ['hybrid', {}, 422, 'invalid_request', '/query'],
    ['hybrid', { query: 'x', colour: 'red' }, 422, 'invalid_request', '/colour'],
    ['hybrid', { query: 'x', filters: { created_to: '?' } }, 422, 'invalid_request', '/filters/created_to'],
    ['similarity', { case_id: 'nobody' }, 404, 'not_found', undefined],
  ] as const)('refuses %s %j with %i', async (route, body, status, code, path) => {
    const call = await setup();

    const answer = await call(route, body);

    expect(answer).toMatchObject({ status, body: { code, status } });
    expect(answer.body.errors?.[0]?.path).toBe(path);
  });

  it('is for those who may search', async () => {
    const call = await setup();

    expect((await call('hybrid', { query: 'x' }, { roles: 'viewer' })).status).toBe(200);
    expect((await call('hybrid', { query: 'x' }, { roles: 'service' })).status).toBe(403);
  });
});
