import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jwksTokenVerifier } from '#adapters/oidc/jwks-token-verifier.ts';

let server: Server;
let issuer: string;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;

beforeAll(async () => {
  keys = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] })));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

const aToken = async (
  claims: Record<string, string> = {},
  { kid = 'k1', privateKey = keys.privateKey, expires = '1h' } = {},
) =>
  new SignJWT({ token_use: 'access', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(claims['iss'] ?? issuer)
    .setSubject('ada')
    .setExpirationTime(expires)
    .sign(privateKey);

describe('jwksTokenVerifier', () => {
  it('tells the subject of a valid access token', async () => {
    expect(await jwksTokenVerifier(issuer).subjectOf(await aToken())).toBe('ada');
  });

  it('tells nothing of any other', async () => {
    const verifier = jwksTokenVerifier(issuer);
    const stranger = await generateKeyPair('RS256');
    const valid = await aToken();

    const others = [
      'nonsense',
      `${valid.slice(0, -4)}AAAA`,
      await aToken({ token_use: 'id' }),
      await aToken({ iss: 'http://elsewhere' }),
      await aToken({}, { expires: '-1 minute' }),
      await aToken({}, { kid: 'unknown' }),
      await aToken({}, { privateKey: stranger.privateKey }),
      await new SignJWT({ token_use: 'access' })
        .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
        .setIssuer(issuer)
        .setSubject('ada')
        .setExpirationTime('1h')
        .sign(new TextEncoder().encode('s'.repeat(32))),
    ];

    for (const token of others) expect(await verifier.subjectOf(token)).toBeUndefined();
  });

  it('throws when the keys cannot be had', async () => {
    const nowhere = jwksTokenVerifier('http://127.0.0.1:9');

    await expect(nowhere.subjectOf(await aToken({ iss: 'http://127.0.0.1:9' }))).rejects.toThrow(
      'fetch failed',
    );
  });
});
