import type { Route } from './route.ts';

/** The routes under `/patterns`, a part of `routes`. */
export const patternRoutes = [
  {
    method: 'GET',
    path: '/api/v1/patterns',
    operationId: 'listPatterns',
    serves: 'patterns',
    permission: 'patterns:read',
  },
  {
    method: 'GET',
    path: '/api/v1/patterns/{id}',
    operationId: 'getPattern',
    serves: 'patterns',
    permission: 'patterns:read',
  },
  {
    method: 'GET',
    path: '/api/v1/patterns/{id}/why',
    operationId: 'explainPattern',
    serves: 'patterns',
    permission: 'patterns:read',
  },
] as const satisfies readonly Route[];
