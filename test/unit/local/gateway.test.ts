import { describe, expect, it } from 'vitest';
import { readApi } from '#local/gateway/read-api.ts';
import { createServeCall } from '#local/gateway/serve-call.ts';
import type { Invocation } from '#local/local-context.ts';
import { aCall } from '#test/support/a-call.ts';
import { anApiDocument } from '#test/support/an-api-document.ts';

const policy = (Effect: 'Allow' | 'Deny', Resource = 'arn:aws:execute-api:*:*:api1/live/*') => ({
  principalId: 'ann',
  policyDocument: { Version: '2012-10-17', Statement: [{ Effect, Action: 'execute-api:Invoke', Resource }] },
  context: { tenant: 'demo', level: 3, active: true },
});

const answered = (payload: unknown): Invocation => ({ ok: true, payload });

const failed = (errorMessage: string, errorType = 'Error'): Invocation => ({
  ok: false,
  errorType,
  errorMessage,
});

type Functions = Record<string, (event: any) => Invocation | Promise<Invocation>>;

const setup = (functions: Functions = {}, document: Record<string, unknown> = {}) => {
  const events: { name: string; event: any }[] = [];
  let time = Date.parse('2026-11-22T04:30:00Z');
  const all: Functions = {
    authorise: () => answered(policy('Allow')),
    cases: () => answered({ statusCode: 200, body: '{}' }),
    ...functions,
  };
  const serve = createServeCall(readApi('api1', 'caselore-test', anApiDocument(document)), {
    invoke: async (functionArn, event) => {
      const name = functionArn.split(':').at(-1)!;
      events.push({ name, event });
      return all[name]?.(event) ?? answered({ statusCode: 200 });
    },
    now: () => new Date(time),
    log: () => undefined,
  });
  return {
    events,
    advance: (seconds: number) => {
      time += seconds * 1000;
    },
    get: async (target: string, headers: [string, string][] = [['Authorization', 'Bearer t']]) => {
      const { body, ...answer } = await serve(aCall(target, { headers }));
      return { ...answer, body: body.toString() };
    },
  };
};

const calls = (events: { name: string }[]) => events.map(({ name }) => name);

describe('the gateway', () => {
  it('asks the authoriser once for callers of one token who come together', async () => {
    const { get, events } = setup();

    await Promise.all([
      get('/cases/1'),
      get('/cases/2'),
      get('/cases/3', [['Authorization', 'Bearer other']]),
    ]);

    expect(calls(events).toSorted()).toEqual(['authorise', 'authorise', 'cases', 'cases', 'cases']);
  });

  it('asks the authoriser once for its time, then calls the function with what it said', async () => {
    const { get, events, advance } = setup();

    await get('/cases/1');
    advance(59);
    await get('/cases');
    advance(2);
    await get('/cases');

    expect(calls(events)).toEqual(['authorise', 'cases', 'cases', 'authorise', 'cases']);
    expect(events[0]!.event).toMatchObject({
      type: 'REQUEST',
      methodArn: 'arn:aws:execute-api:us-east-1:000000000000:api1/live/GET/cases/1',
      pathParameters: { id: '1' },
    });
    expect(events[1]!.event.requestContext.authorizer).toEqual({
      tenant: 'demo',
      level: '3',
      active: 'true',
      principalId: 'ann',
      integrationLatency: 0,
    });
  });

  it('keeps answers of different callers apart', async () => {
    const { get, events } = setup();

    await get('/cases', [['authorization', 'Bearer a']]);
    await get('/cases', [['authorization', 'Bearer b']]);

    expect(calls(events)).toEqual(['authorise', 'cases', 'authorise', 'cases']);
  });

  it('keeps a denial too, and judges the kept policy for each method', async () => {
    const { get, events } = setup({ authorise: () => answered(policy('Allow', '*/GET/cases')) });

    expect([(await get('/cases/1')).status, (await get('/cases')).status]).toEqual([403, 200]);
    expect(calls(events)).toEqual(['authorise', 'cases']);
  });

  it.each([
    ['no Authorization header', [], () => answered(policy('Allow')), 401],
    ['an empty one', [['Authorization', '']], () => answered(policy('Allow')), 401],
    ['a policy that denies', undefined, () => answered(policy('Deny')), 403],
    ['a policy without the method', undefined, () => answered(policy('Allow', '*/POST/*')), 403],
    ['an authoriser that throws Unauthorized', undefined, () => failed('Unauthorized'), 401],
    ['an authoriser that breaks', undefined, () => failed('boom'), 500],
    ['an authoriser that answers nonsense', undefined, () => answered({ isAuthorized: true }), 500],
  ] as const)('answers %s', async (_, headers, authorise, status) => {
    const { get, events } = setup({ authorise });

    const answer = await get('/cases', headers as [string, string][] | undefined);

    expect(answer.status).toBe(status);
    expect(calls(events)).not.toContain('cases');
    expect(calls(events)).toHaveLength(headers === undefined ? 1 : 0);
  });

  it.each([
    ['/nowhere', 403],
    ['/cases/', 403],
    ['/health/more', 403],
    ['/cases/%ff', 400],
  ])('answers %s, which no route serves, with %i', async (path, status) => {
    const { get, events } = setup();

    expect((await get(path)).status).toBe(status);
    expect(events).toEqual([]);
  });

  it('finds the fixed path before the parameter, and takes the rest of a path', async () => {
    const { get, events } = setup();

    await get('/cases/special');
    await get('/files/a/b%20c');

    expect(calls(events)).toEqual(['special', 'files']);
    expect(events[1]!.event.pathParameters).toEqual({ path: 'a/b c' });
  });

  it.each([
    ['a fault', failed('boom'), 502],
    ['a timeout of its own', failed('Task timed out', 'Sandbox.Timedout'), 502],
    ['a request that is too large for it', failed('large', 'RequestTooLargeException'), 413],
    ['no status', answered({ body: 'x' }), 502],
    ['a body that is no text', answered({ statusCode: 200, body: {} }), 502],
    ['an unknown field', answered({ statusCode: 200, cookies: [] }), 502],
    ['nothing', answered(null), 502],
  ])('answers a function that gives %s', async (_, invocation, status) => {
    const { get } = setup({ cases: () => invocation });

    expect((await get('/cases')).status).toBe(status);
  });

  it('gives up on a function after the time of its integration', async () => {
    const { get } = setup({ health: () => new Promise(() => undefined) });

    expect(await get('/health')).toMatchObject({
      status: 504,
      body: '{"message":"Endpoint request timed out"}',
    });
  });

  it('hands on status, headers and body', async () => {
    const { get } = setup({
      cases: () =>
        answered({
          statusCode: 201,
          headers: { ETag: '"1"', 'Content-Type': 'text/plain' },
          multiValueHeaders: { 'Set-Cookie': ['a', 'b'] },
          body: Buffer.from('håt').toString('base64'),
          isBase64Encoded: true,
        }),
    });

    expect(await get('/cases')).toEqual({
      status: 201,
      headers: { etag: '"1"', 'content-type': 'text/plain', 'set-cookie': ['a', 'b'] },
      body: 'håt',
    });
  });
});

describe("the gateway's own answers", () => {
  const problem = {
    statusCode: '404',
    responseParameters: {
      'gatewayresponse.header.Content-Type': "'application/problem+json'",
      'gatewayresponse.header.x-request-id': 'context.requestId',
    },
    responseTemplates: {
      'application/json':
        '{"detail":$context.error.messageString,"instance":"$context.path","type":"$context.error.responseType"}',
    },
  };

  it('follow the document, with the variables of the request', async () => {
    const { get } = setup(
      {},
      { 'x-amazon-apigateway-gateway-responses': { MISSING_AUTHENTICATION_TOKEN: problem } },
    );

    expect(await get('/no"where')).toEqual({
      status: 404,
      headers: { 'content-type': 'application/problem+json', 'x-request-id': 'r-1' },
      body: '{"detail":"Missing Authentication Token","instance":"/no\\"where","type":"MISSING_AUTHENTICATION_TOKEN"}',
    });
  });

  it('follow DEFAULT_4XX and DEFAULT_5XX where their own type is not declared', async () => {
    const { statusCode: _, ...shaped } = problem;
    const { get } = setup(
      { cases: () => failed('boom') },
      { 'x-amazon-apigateway-gateway-responses': { DEFAULT_4XX: problem, DEFAULT_5XX: shaped } },
    );

    expect((await get('/cases', [])).status).toBe(404);
    expect(await get('/cases')).toMatchObject({
      status: 502,
      headers: { 'content-type': 'application/problem+json' },
    });
  });

  it.each([
    [{ TEAPOT: problem }, 'API Gateway has no gateway response TEAPOT.'],
    [
      { THROTTLED: { responseTemplates: { 'application/json': '$context.weather' } } },
      'Gateway response THROTTLED names $context.weather, which the laptop form does not know.',
    ],
  ])('are refused at the start when the cloud or we could not make them', (responses, sentence) => {
    const document = anApiDocument({ 'x-amazon-apigateway-gateway-responses': responses });

    expect(() => readApi('api1', 'caselore-test', document)).toThrow(sentence);
  });
});
