import { describe, expect, it } from 'vitest';
import { createHandler } from '#lambdas/links/handler.ts';
import { aCase } from '#test/support/a-case.ts';
import { aContext, anApiEvent } from '#test/support/an-api-event.ts';
import { anArticle } from '#test/support/an-article.ts';
import { countedIds } from '#test/support/counted-ids.ts';
import { memoryRequestClaims } from '#test/support/memory-request-claims.ts';
import { watchWorld } from '#test/support/watch-world.ts';

const setup = async () => {
  const articles = [anArticle(), anArticle({ id: 'a-2', contentHash: 'b' })];
  const world = watchWorld(articles, [aCase()]);
  await world.project(...articles);
  const handler = createHandler({ ...world.deps, claims: memoryRequestClaims(), ids: countedIds() });
  return async (
    httpMethod: string,
    resource: string,
    pathParameters: Record<string, string> | null,
    { body, roles = 'agent', tenant }: { body?: unknown; roles?: string; tenant?: string } = {},
  ) => {
    const path = `/api/v1${resource}`;
    const event = anApiEvent({ httpMethod, resource: path, path, pathParameters, body, roles, tenant });
    const answer = await handler(event, aContext());
    return { status: answer.statusCode, body: answer.body === '' ? undefined : JSON.parse(answer.body) };
  };
};
const LINKS = '/knowledge/{id}/links';
const ID = { id: 'a-1' };

describe('links', () => {
  it('links, lists from both sides, and takes away', async () => {
    const call = await setup();

    expect(await call('POST', LINKS, ID, { body: { case_id: 'c-1' } })).toMatchObject({
      status: 200,
      body: { article_id: 'a-1', case_id: 'c-1', kind: 'resolved_with', linked_by: 'demo-admin' },
    });
    expect(await call('GET', LINKS, ID)).toMatchObject({
      body: { items: [{ case_id: 'c-1' }], reuse: { cases: 1 } },
    });
    expect(await call('GET', '/cases/{id}/links', { id: 'c-1' })).toMatchObject({
      body: { items: [{ article_id: 'a-1', title: 'Blank pages from a laser printer', state: 'validated' }] },
    });
    const one = { id: 'a-1', case_id: 'c-1' };
    expect(await call('DELETE', `${LINKS}/{case_id}`, one)).toEqual({ status: 204, body: undefined });
    expect(await call('DELETE', `${LINKS}/{case_id}`, one)).toMatchObject({ status: 404 });
  });

  it('shows duplicates', async () => {
    const call = await setup();

    expect(await call('GET', '/knowledge/{id}/related', ID)).toEqual({
      status: 200,
      body: {
        duplicates: [
          {
            article_id: 'a-2',
            title: 'Blank pages from a laser printer',
            state: 'validated',
            problem: 1,
            resolution: 1,
          },
        ],
        contradictions: [],
        similar: [],
      },
    });
  });

  it.each([
    ['POST', LINKS, { body: { case_id: 'c-1' }, roles: 'viewer' }, 403],
    ['POST', LINKS, { body: { case_id: 'c-1', tenant: 'other' } }, 422],
    ['POST', LINKS, { body: { case_id: 'c-1', kind: 'liked' } }, 422],
    ['POST', LINKS, { body: { case_id: 'c-1' }, tenant: 'other' }, 404],
    ['GET', LINKS, { tenant: 'other' }, 404],
    ['GET', '/knowledge/{id}/related', { tenant: 'other' }, 404],
  ] as const)('%s %s with %j: %i', async (method, resource, options, status) => {
    expect((await (await setup())(method, resource, ID, options)).status).toBe(status);
  });

  it('tells how knowledge does, to those who may write it', async () => {
    const call = await setup();

    expect(await call('GET', '/metrics/knowledge', null, { roles: 'agent' })).toMatchObject({ status: 403 });
    expect(await call('GET', '/metrics/knowledge', null, { roles: 'engineer' })).toMatchObject({
      status: 200,
      body: { from: '2026-02-02', to: '2026-03-01', reuse: { links: 0, articles: 0 } },
    });
  });
});
