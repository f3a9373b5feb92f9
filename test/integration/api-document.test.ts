import { describe, expect, inject, it } from 'vitest';
import { createClient } from '#client/create-client.ts';
import { legacyRoutes } from '#contracts/legacy-routes.ts';
import { ApiDescription } from '#lib/openapi/api-description.ts';
import { clientDocument } from '#lib/openapi/client-document.ts';
import { fetchToken } from '#test/support/local-stack.ts';
import { sharedClient } from '#test/support/shared-stack.ts';

describe('the description of the API', () => {
  it('is served to anybody, with the address at which it is served', async () => {
    const url = inject('stackUrl');

    const response = await fetch(`${url}/api/v1/openapi.json`);

    expect(response.status).toBe(200);
    expect(ApiDescription.parse(await response.json())).toEqual(clientDocument(url));
  });

  it('is served as a page', async () => {
    const response = await fetch(`${inject('stackUrl')}/api/v1/docs`);
    const page = await response.text();

    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page).toContain(`Base address: <code>${inject('stackUrl')}</code>`);
    expect(page).not.toContain('{base_url}');
  });

  it('makes a client that works', async () => {
    const url = inject('stackUrl');
    const client = createClient({ baseUrl: url, token: () => fetchToken(url, 'demo-admin') });

    const made = await client.call('createCase', { body: { title: 'by the typed client' } });
    const read = await client.call('getCase', { path: { id: made.body.id } });

    expect(read.body).toEqual(made.body);
    await expect(client.call('getCase', { path: { id: 'nobody' } })).rejects.toMatchObject({
      status: 404,
      problem: { code: 'not_found' },
    });
  });
});

describe('a path without version', () => {
  it('answers as its successor and says that it is deprecated', async () => {
    const client = await sharedClient('demo-admin');
    await client.post('/cases', { id: 'legacy 1', title: 'old way' });

    const [old, now] = [await client.get('/cases/legacy%201'), await client.get('/api/v1/cases/legacy%201')];

    expect(old).toMatchObject({ status: 200, body: now.body });
    expect(old.headers.get('deprecation')).toMatch(/^@\d+$/);
    expect(Date.parse(old.headers.get('sunset')!)).toBeGreaterThan(Date.parse('2026-11-01'));
    expect(old.headers.get('link')).toBe(
      `<${inject('stackUrl')}/api/v1/cases/legacy%201>; rel="successor-version"`,
    );
    expect(now.headers.get('deprecation')).toBeNull();
  });

  it('is not one that is its own', async () => {
    for (const path of ['/health', '/ready'])
      expect((await fetch(`${inject('stackUrl')}${path}`)).headers.get('deprecation')).toBeNull();
  });

  it('needs the token that its successor needs', async () => {
    for (const { path } of legacyRoutes.filter(
      ({ method, permission }) => method === 'GET' && permission !== 'public',
    ))
      expect([path, (await fetch(`${inject('stackUrl')}${path.replace('{id}', 'x')}`)).status]).toEqual([
        path,
        401,
      ]);
  });
});
