import type { Permission } from './permission.ts';

/** One operation of the API: where it lives, which function serves it, and what the caller needs. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path as OpenAPI writes it, with `{id}` for parameters. */
  readonly path: string;
  readonly operationId: string;
  /** Folder under `lambdas/` whose function serves it. */
  readonly serves: 'cases' | 'imports' | 'search' | 'health';
  /** `public` routes need no token. */
  readonly permission: Permission | 'public';
};

/** Every route of the API; API Gateway's document, the permission check and the router are made from it. */
export const routes = [
  { method: 'GET', path: '/health', operationId: 'getHealth', serves: 'health', permission: 'public' },
  { method: 'GET', path: '/ready', operationId: 'getReady', serves: 'health', permission: 'public' },
  {
    method: 'GET',
    path: '/api/v1/health',
    operationId: 'getHealthV1',
    serves: 'health',
    permission: 'public',
  },
  {
    method: 'GET',
    path: '/api/v1/health/ready',
    operationId: 'getReadyV1',
    serves: 'health',
    permission: 'public',
  },
  {
    method: 'GET',
    path: '/api/v1/cases',
    operationId: 'listCases',
    serves: 'cases',
    permission: 'cases:read',
  },
  {
    method: 'POST',
    path: '/api/v1/cases',
    operationId: 'createCase',
    serves: 'cases',
    permission: 'cases:write',
  },
  {
    method: 'GET',
    path: '/api/v1/cases/{id}',
    operationId: 'getCase',
    serves: 'cases',
    permission: 'cases:read',
  },
  {
    method: 'PUT',
    path: '/api/v1/cases/{id}',
    operationId: 'replaceCase',
    serves: 'cases',
    permission: 'cases:write',
  },
  {
    method: 'DELETE',
    path: '/api/v1/cases/{id}',
    operationId: 'deleteCase',
    serves: 'cases',
    permission: 'cases:write',
  },
  {
    method: 'GET',
    path: '/api/v1/imports',
    operationId: 'listImports',
    serves: 'imports',
    permission: 'imports:read',
  },
  {
    method: 'POST',
    path: '/api/v1/imports',
    operationId: 'createImport',
    serves: 'imports',
    permission: 'imports:write',
  },
  {
    method: 'GET',
    path: '/api/v1/imports/{id}',
    operationId: 'getImport',
    serves: 'imports',
    permission: 'imports:read',
  },
  {
    method: 'GET',
    path: '/api/v1/imports/{id}/records',
    operationId: 'listImportRecords',
    serves: 'imports',
    permission: 'imports:read',
  },
  {
    method: 'POST',
    path: '/api/v1/imports/{id}/continue',
    operationId: 'continueImport',
    serves: 'imports',
    permission: 'imports:write',
  },
  {
    method: 'POST',
    path: '/api/v1/imports/{id}/cancel',
    operationId: 'cancelImport',
    serves: 'imports',
    permission: 'imports:write',
  },
  {
    method: 'POST',
    path: '/api/v1/search/hybrid',
    operationId: 'searchHybrid',
    serves: 'search',
    permission: 'search',
  },
  {
    method: 'POST',
    path: '/api/v1/search/similarity',
    operationId: 'searchSimilarity',
    serves: 'search',
    permission: 'search',
  },
] as const satisfies readonly Route[];

/** The operation ids of the API, a closed list. */
export type OperationId = (typeof routes)[number]['operationId'];
