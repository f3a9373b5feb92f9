import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '#client/api-problem.ts';
import { createClient } from '#client/create-client.ts';

afterEach(() => vi.unstubAllGlobals());

const setup = (answer: Response) => {
  const sent: { url: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, init });
    return answer;
  });
  return { client: createClient({ baseUrl: 'https://api.example', token: async () => 't' }), sent };
};

const json = (status: number, body: unknown, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type, 'x-request-id': 'r-1' } });

describe('createClient', () => {
  it('fills the path, leaves out what is not given, and says who calls', async () => {
    const { client, sent } = setup(json(200, { items: [] }));

    await client.call('listImportRecords', {
      path: { id: 'a/b ü' },
      query: { limit: 5, cursor: undefined, outcome: 'failed' },
    });

    expect(sent[0]!.url).toBe(
      'https://api.example/api/v1/imports/a%2Fb%20%C3%BC/records?limit=5&outcome=failed',
    );
    expect(new Headers(sent[0]!.init.headers).get('authorization')).toBe('Bearer t');
  });

  it('sends a body as JSON and answers the parsed one', async () => {
    const { client, sent } = setup(json(201, { id: 'c-1', status: 'open' }));

    const { status, body } = await client.call('createCase', { body: { title: 'x' } });

    expect([status, body.id]).toEqual([201, 'c-1']);
    expect(sent[0]!.init).toMatchObject({ method: 'POST', body: '{"title":"x"}' });
    expect(new Headers(sent[0]!.init.headers).get('content-type')).toBe('application/json');
  });

  it('needs no request where nothing of it is required', async () => {
    const { client } = setup(new Response(null, { status: 204 }));

    expect((await client.call('listCases')).body).toBeUndefined();
  });

  it('throws the problem of a refusal', async () => {
    const problem = { code: 'not_found', detail: 'there is no such case', status: 404 };
    const { client } = setup(json(404, problem, 'application/problem+json'));

    const refusal = await client.call('getCase', { path: { id: 'x' } }).catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(ApiProblem);
    expect(refusal).toMatchObject({
      status: 404,
      problem,
      requestId: 'r-1',
      message: 'not_found: there is no such case',
    });
  });

  it('throws what something in between says, without a problem', async () => {
    const { client } = setup(new Response('<h1>bad gateway</h1>', { status: 502 }));

    await expect(client.call('getHealthV1')).rejects.toMatchObject({ status: 502, problem: undefined });
  });
});
