import type { Route } from './route.ts';

/** The routes under `/admin/knowledge`, a part of `routes`. */
export const knowledgeAdminRoutes = [
  {
    method: 'GET',
    path: '/api/v1/admin/knowledge/estimate',
    operationId: 'estimateKnowledge',
    serves: 'knowledge-admin',
    permission: 'jobs:read',
  },
  {
    method: 'GET',
    path: '/api/v1/admin/knowledge/budget',
    operationId: 'getKnowledgeBudget',
    serves: 'knowledge-admin',
    permission: 'jobs:read',
  },
  {
    method: 'PUT',
    path: '/api/v1/admin/knowledge/budget',
    operationId: 'setKnowledgeBudget',
    serves: 'knowledge-admin',
    permission: 'knowledge:budget',
  },
] as const satisfies readonly Route[];
