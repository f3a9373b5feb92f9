import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { rdsToken } from '#adapters/aws/rds-token.ts';
import { readDatabaseSecret } from '#adapters/aws/read-database-secret.ts';

let server: Server;
let asked: { target: string | undefined; body: unknown }[] = [];
let secret = '';

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await new Response(request).text();
    asked.push({ target: request.headers['x-amz-target']?.toString(), body: JSON.parse(body) });
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify({ ARN: 'arn', Name: 'cases', SecretString: secret }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());

beforeEach(() => {
  asked = [];
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'a secret');
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', `http://127.0.0.1:${port}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('readDatabaseSecret', () => {
  it('reads user and password, and nothing else that stands beside', async () => {
    secret = JSON.stringify({ username: 'caselore', password: 'p', host: 'elsewhere' });

    expect(await readDatabaseSecret('arn:secret')).toEqual({ username: 'caselore', password: 'p' });
    expect(asked).toEqual([{ target: 'secretsmanager.GetSecretValue', body: { SecretId: 'arn:secret' } }]);
  });

  it('refuses a secret that is none of a database', async () => {
    secret = JSON.stringify({ token: 'p' });

    await expect(readDatabaseSecret('arn:secret')).rejects.toThrow('username');
  });
});

describe('rdsToken', () => {
  it('is signed for one host, one port and one user, for 15 minutes', async () => {
    const token = await rdsToken({ host: 'cases.example.com', port: 5433, user: 'caselore' });
    const url = new URL(`https://${token}`);

    expect(url.host).toBe('cases.example.com:5433');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      Action: 'connect',
      DBUser: 'caselore',
      'X-Amz-Expires': '900',
      'X-Amz-Credential': expect.stringContaining('/eu-central-1/rds-db/aws4_request'),
    });
  });
});
