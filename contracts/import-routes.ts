import type { Route } from './route.ts';

/** The routes under `/imports`, a part of `routes`. */
export const importRoutes = [
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
    once: true,
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
    once: true,
  },
  {
    method: 'POST',
    path: '/api/v1/imports/{id}/cancel',
    operationId: 'cancelImport',
    serves: 'imports',
    permission: 'imports:write',
    once: true,
  },
  {
    method: 'POST',
    path: '/api/v1/imports/{id}/retry',
    operationId: 'retryImport',
    serves: 'imports',
    permission: 'imports:write',
    once: true,
  },
] as const satisfies readonly Route[];
