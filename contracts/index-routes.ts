import type { Route } from './route.ts';

/** The routes under `/admin/index`, a part of `routes`. */
export const indexRoutes = [
  {
    method: 'GET',
    path: '/api/v1/admin/index',
    operationId: 'getIndexStatus',
    serves: 'index-admin',
    permission: 'index:read',
  },
  {
    method: 'POST',
    path: '/api/v1/admin/index/rebuild',
    operationId: 'rebuildIndex',
    serves: 'index-admin',
    permission: 'index:rebuild',
    once: true,
  },
  {
    method: 'POST',
    path: '/api/v1/admin/index/cancel',
    operationId: 'cancelIndexRebuild',
    serves: 'index-admin',
    permission: 'index:rebuild',
    once: true,
  },
] as const satisfies readonly Route[];
