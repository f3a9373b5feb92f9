import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { legacyRoutes, successorOf } from '#contracts/legacy-routes.ts';
import { routes } from '#contracts/routes.ts';
import { legacyHeaders } from '#lambdas/shared/legacy-headers.ts';

beforeEach(() => vi.stubEnv('PUBLIC_URL', 'https://api.example'));
afterEach(() => vi.unstubAllEnvs());

describe('legacyRoutes', () => {
  it('are the versioned routes without their version, served alike', () => {
    const cases = legacyRoutes.find(({ method, path }) => method === 'PUT' && path === '/cases/{id}');

    expect(cases).toMatchObject({ serves: 'cases', permission: 'cases:write' });
    expect(successorOf('/cases/{id}')).toBe('/api/v1/cases/{id}');
  });

  it('leave out what is a route of its own', () => {
    const paths = new Set(legacyRoutes.map(({ path }) => path));

    for (const { path } of routes) expect([path, paths.has(path)]).toEqual([path, false]);
    expect(
      [...paths].filter((path) => ['/health', '/ready', '/metrics', '/oauth2/token'].includes(path)),
    ).toEqual([]);
  });
});

describe('legacyHeaders', () => {
  it('say since when, until when, and where to go', () => {
    expect(legacyHeaders({ resource: '/cases/{id}', pathParameters: { id: 'a b/ü>' } })).toEqual({
      deprecation: '@1793491200',
      sunset: 'Mon, 01 Nov 2027 00:00:00 GMT',
      link: '<https://api.example/api/v1/cases/a%20b%2F%C3%BC%3E>; rel="successor-version"',
    });
  });

  it.each(['/api/v1/cases', '/health', '/ready'])('say nothing of %s', (resource) => {
    expect(legacyHeaders({ resource, pathParameters: null })).toEqual({});
  });
});
