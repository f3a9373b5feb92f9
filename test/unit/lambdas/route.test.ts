import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DomainError } from '#core/domain-error.ts';
import { json } from '#lambdas/shared/json.ts';
import { noBody, nothing, operation } from '#lambdas/shared/operation.ts';
import { route } from '#lambdas/shared/route.ts';
import { aContext, anApiEvent } from '#test/support/an-api-event.ts';

const Body = z.strictObject({ title: z.string(), tags: z.array(z.string()).optional() });

const setup = (refusal?: Error) => {
  const handler = route({
    listCases: operation(
      { path: nothing, query: z.strictObject({ limit: z.string().regex(/^\d+$/).optional() }), body: noBody },
      async ({ caller }) => json(200, { tenant: caller.tenant }),
    ),
    createCase: operation({ path: nothing, query: nothing, body: Body }, async ({ body }) => {
      if (refusal) throw refusal;
      return json(201, body);
    }),
  });
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
});
