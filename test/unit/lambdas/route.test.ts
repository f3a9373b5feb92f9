import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { DomainError } from '#core/domain-error.ts';
import { json } from '#lambdas/shared/json.ts';
import { noBody, nothing, operation } from '#lambdas/shared/operation.ts';
import { route } from '#lambdas/shared/route.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { countedIds } from '#test/support/counted-ids.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { memoryRequestClaims } from '#test/support/memory-request-claims.ts';
import { aContext, anApiEvent } from '#test/support/an-api-event.ts';

const Body = z.strictObject({ title: z.string(), tags: z.array(z.string()).optional() });

const setup = (refusal?: Error) => {
  let made = 0;
  const handler = route(
    {
      listCases: operation(
        {
          path: nothing,
          query: z.strictObject({ limit: z.string().regex(/^\d+$/).optional() }),
          body: noBody,
        },
        async ({ caller }) => json(200, { tenant: caller.tenant }),
      ),
      createCase: operation({ path: nothing, query: nothing, body: Body }, async ({ body }) => {
        if (refusal) throw refusal;
        made += 1;
        return json(201, { ...body, made });
      }),
    },
    {
      claims: memoryRequestClaims(),
      clock: fixedClock('2026-01-02T03:04:05.000Z'),
      ids: countedIds(),
      hasher: nodeHasher,
    },
  );
  const call = async (event: Parameters<typeof anApiEvent>[0]) => {
    const { statusCode, headers, body } = await handler(anApiEvent(event), aContext());
    return { statusCode, headers, body: JSON.parse(body) };
  };
  return { call, post: (event: Parameters<typeof anApiEvent>[0]) => call({ httpMethod: 'POST', ...event }) };
};

describe('route', () => {
  it('answers with the tenant of the authoriser and the request id', async () => {
    const { call } = setup();

    expect(await call({ tenant: 'other' })).toMatchObject({
      statusCode: 200,
      body: { tenant: 'other' },
      headers: { 'x-request-id': 'r-1' },
    });
  });

  it('refuses a role without the permission', async () => {
    const { post } = setup();

    expect(await post({ roles: 'viewer', body: { title: 't' } })).toMatchObject({
      statusCode: 403,
      body: { code: 'forbidden' },
    });
  });

  it.each([
    ['no body', { body: undefined }, 400, 'malformed_request'],
    ['broken JSON', { body: '{"title":' }, 400, 'malformed_request'],
    [
      'another media type',
      { body: { title: 't' }, headers: { 'content-type': 'text/csv' } },
      415,
      'unsupported_media_type',
    ],
    ['a body above 1 MiB', { body: { title: 'x'.repeat(1024 * 1024) } }, 413, 'payload_too_large'],
    [
      'invalid UTF-8',
      { body: Buffer.from([0x22, 0xff, 0x22]).toString('base64'), isBase64Encoded: true },
      400,
      'malformed_request',
    ],
    [
      'a wrong query',
      { body: { title: 't' }, queryStringParameters: { nonsense: '1' } },
      400,
      'malformed_request',
    ],
  ])('refuses %s', async (_, event, statusCode, code) => {
    const { post } = setup();

    expect(await post(event)).toMatchObject({
      statusCode,
      body: { code, status: statusCode, instance: '/api/v1/cases' },
      headers: { 'content-type': 'application/problem+json' },
    });
  });

  it('refuses a query parameter that is given twice', async () => {
    const { call } = setup();

    const answer = await call({
      queryStringParameters: { limit: '2' },
      multiValueQueryStringParameters: { limit: ['1', '2'] },
    });

    expect(answer).toMatchObject({ statusCode: 400, body: { errors: [{ path: '/limit' }] } });
  });

  it('names each field at fault as a JSON pointer', async () => {
    const { post } = setup();

    const { statusCode, body } = await post({ body: { title: 3, tags: ['a', 4], 'a/b~c': 1 } });

    expect(statusCode).toBe(422);
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['/title', '/tags/1', '/a~1b~0c']);
  });

  it('answers refusals of the domain by their code', async () => {
    const { post } = setup(new DomainError('already_exists', 'a case c-1 exists'));

    expect(await post({ body: { title: 't' } })).toMatchObject({
      statusCode: 409,
      body: { code: 'already_exists', detail: 'a case c-1 exists' },
    });
  });

  it('throws faults on', async () => {
    const { post } = setup(new Error('the table is gone'));

    await expect(post({ body: { title: 't' } })).rejects.toThrow('the table is gone');
  });

  it('answers 404 to an operation that it does not serve', async () => {
    const { call } = setup();

    expect(await call({ resource: '/api/v1/imports' })).toMatchObject({
      statusCode: 404,
      body: { code: 'not_found' },
    });
  });

  it('carries a request with a key out once and gives its answer again', async () => {
    const { post } = setup();
    const headers = { 'content-type': 'application/json', 'Idempotency-Key': 'k-1' };

    const first = await post({ body: { title: 't' }, headers });
    const second = await post({ body: { title: 't' }, headers });

    expect(first).toMatchObject({ statusCode: 201, body: { title: 't', made: 1 } });
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect(second).toEqual({ ...first, headers: { ...first.headers, 'idempotency-replayed': 'true' } });
    expect(await post({ body: { title: 't' } })).toMatchObject({ body: { made: 2 } });
    expect(await post({ body: { title: 'u' }, headers })).toMatchObject({
      statusCode: 422,
      body: { code: 'idempotency_key_reused' },
    });
    expect(await post({ body: { title: 'u' }, headers, tenant: 'other' })).toMatchObject({
      statusCode: 201,
      body: { made: 3 },
    });
  });

  it.each(['', 'x'.repeat(256), 'line\nbreak', 'schön'])('refuses the key %j', async (key) => {
    const { post } = setup();

    expect(
      await post({
        body: { title: 't' },
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
      }),
    ).toMatchObject({
      statusCode: 400,
      body: { code: 'malformed_request', errors: [{ path: '/idempotency-key' }] },
    });
  });

  it('does not start with an operation that takes keys and nothing to keep them in', () => {
    expect(() =>
      route({ createCase: operation({ path: nothing, query: nothing, body: Body }, vi.fn()) }),
    ).toThrow(/createCase/);
  });
});
