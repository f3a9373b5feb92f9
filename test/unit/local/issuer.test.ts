import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendAnswer } from '#local/gateway/send-answer.ts';
import { createIssuer } from '#local/issuer/create-issuer.ts';

const directory = mkdtempSync(join(tmpdir(), 'issuer-'));
const now = new Date('2026-11-22T04:30:00Z');
let ids = 0;

const newIssuer = async () => {
  const issuer = createIssuer({
    dataDirectory: directory,
    publicUrl: 'http://localhost:8080',
    now: () => now,
    newId: () => `id-${(ids += 1)}`,
  });
  await issuer.servePool([
    { client_id: 'demo-admin', client_secret: 'demo-admin' },
    { client_id: 'demo viewer', client_secret: 's:e&c+r%t' },
    { client_id: 'console' },
  ]);
  return issuer;
};

let issuer: Awaited<ReturnType<typeof newIssuer>>;
const server = createServer(
  (request, response) => void issuer.answer(request).then((answer) => sendAnswer(response, answer)),
);

beforeAll(async () => {
  issuer = await newIssuer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true });
});

const call = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    redirect: 'manual',
    ...init,
  });
  const text = await response.text();
  return { response, text, body: text.startsWith('{') ? JSON.parse(text) : undefined };
};

const token = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  call('/oauth2/token', { method: 'POST', body: new URLSearchParams(form), headers });

const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
});

const own = {
  grant_type: 'client_credentials',
  client_id: 'demo-admin',
  client_secret: 'demo-admin',
};

const verify = async (jwt: string) => {
  const { body } = await call('/.well-known/jwks.json');
  return jwtVerify(jwt, createLocalJWKSet(body), { issuer: 'http://localhost:8080', currentDate: now });
};

describe('the issuer', () => {
  it('says where everything is', async () => {
    const { body } = await call('/.well-known/openid-configuration');

    expect(body).toMatchObject({
      issuer: 'http://localhost:8080',
      jwks_uri: 'http://localhost:8080/.well-known/jwks.json',
      token_endpoint: 'http://localhost:8080/oauth2/token',
    });
  });

  it("gives a client a token with Cognito's claims", async () => {
    const { response, body } = await token(own);

    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 3600 });
    const { payload, protectedHeader } = await verify(body.access_token);
    expect(protectedHeader.alg).toBe('RS256');
    expect(payload).toMatchObject({
      iss: 'http://localhost:8080',
      sub: 'demo-admin',
      client_id: 'demo-admin',
      token_use: 'access',
      scope: 'caselore/api',
      version: 2,
      jti: expect.any(String),
      iat: now.getTime() / 1000,
      exp: now.getTime() / 1000 + 3600,
    });
  });

  it('takes the client from a Basic header, its parts form-encoded', async () => {
    const { body } = await token({ grant_type: 'client_credentials' }, basic('demo viewer', 's:e&c+r%t'));

    expect((await verify(body.access_token)).payload.sub).toBe('demo viewer');
  });

  it('signs with the same key after a restart', async () => {
    const { body } = await token(own);
    issuer = await newIssuer();

    await expect(verify(body.access_token)).resolves.toMatchObject({ payload: { sub: 'demo-admin' } });
  });

  it.each([
    ['no grant type', {}, {}, 400, 'invalid_request'],
    ['another grant type', { grant_type: 'password' }, {}, 400, 'unsupported_grant_type'],
    ['no client', { grant_type: 'client_credentials' }, {}, 401, 'invalid_client'],
    ['an unknown client', { ...own, client_id: 'nobody' }, {}, 401, 'invalid_client'],
    ['a wrong secret', { ...own, client_secret: 'x' }, {}, 401, 'invalid_client'],
    ['a broken Basic header', own, { authorization: 'Basic !' }, 400, 'invalid_request'],
    [
      'another kind of header',
      { grant_type: 'client_credentials' },
      { authorization: 'Bearer x' },
      401,
      'invalid_client',
    ],
    ['a client in two places', own, basic('demo-admin', 'demo-admin'), 400, 'invalid_request'],
    ['another scope', { ...own, scope: 'everything' }, {}, 400, 'invalid_scope'],
    [
      'a public client',
      { grant_type: 'client_credentials', client_id: 'console' },
      {},
      400,
      'unauthorized_client',
    ],
    [
      'a code that does not exist',
      { ...own, grant_type: 'authorization_code', code: 'x', code_verifier: 'y' },
      {},
      400,
      'invalid_grant',
    ],
  ] as const)('refuses %s as RFC 6749 says', async (_, form, headers, status, error) => {
    const { response, body } = await token(form, headers);

    expect([response.status, body.error]).toEqual([status, error]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const challenged = status === 401 && 'authorization' in headers;
    expect(response.headers.has('www-authenticate')).toBe(challenged);
  });

  it.each([
    ['a field twice', 'grant_type=a&grant_type=b', 'application/x-www-form-urlencoded'],
    ['JSON', '{}', 'application/json'],
    ['a huge body', `x=${'x'.repeat(20_000)}`, 'application/x-www-form-urlencoded'],
  ])('refuses %s', async (_, body, type) => {
    const answer = await call('/oauth2/token', { method: 'POST', body, headers: { 'content-type': type } });

    expect([answer.response.status, answer.body.error]).toEqual([400, 'invalid_request']);
  });
});

describe('signing in', () => {
  const verifier = 'v'.repeat(50);
  const request = {
    response_type: 'code',
    client_id: 'console',
    redirect_uri: 'http://localhost:3000/back',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'x"y',
  };
  const authorize = (fields: Record<string, string>, method = 'GET') =>
    method === 'GET'
      ? call(`/oauth2/authorize?${new URLSearchParams(fields).toString()}`)
      : call('/oauth2/authorize', { method, body: new URLSearchParams(fields) });
  const redeem = (code: string, overrides: Record<string, string> = {}) =>
    token({
      grant_type: 'authorization_code',
      client_id: 'console',
      redirect_uri: request.redirect_uri,
      code,
      code_verifier: verifier,
      ...overrides,
    });
  const pick = async (principal: string) => {
    const { response } = await authorize({ ...request, principal }, 'POST');
    return new URL(response.headers.get('location')!);
  };

  it('lists the principals, then sends a code that works once', async () => {
    const page = await authorize(request);
    expect(page.text).toContain('<button name="principal" value="demo-admin">');
    expect(page.text).toContain('value="x&quot;y"');

    const back = await pick('demo-admin');
    expect(back.searchParams.get('state')).toBe('x"y');
    const { body } = await redeem(back.searchParams.get('code')!);
    const { payload } = await verify(body.access_token);
    expect(payload).toMatchObject({ sub: 'demo-admin', client_id: 'console' });

    expect((await redeem(back.searchParams.get('code')!)).body.error).toBe('invalid_grant');
  });

  it.each([
    ['another verifier', { code_verifier: 'w'.repeat(50) }],
    ['another way back', { redirect_uri: 'http://localhost:3000/other' }],
    ['another client', { client_id: 'demo-admin', client_secret: 'demo-admin' }],
  ])('refuses a code with %s', async (_, overrides) => {
    const code = (await pick('demo-admin')).searchParams.get('code')!;

    expect((await redeem(code, overrides)).body.error).toBe('invalid_grant');
  });

  it.each([
    ['a way back that is not on this machine', { redirect_uri: 'https://example.com/' }],
    ['no PKCE', { code_challenge: '' }],
    ['an unknown client', { client_id: 'nobody' }],
  ])('refuses %s', async (_, overrides) => {
    const { response } = await authorize({ ...request, ...overrides });

    expect(response.status).toBe(400);
  });
});
