import type { Route } from './route.ts';

/** The routes of what articles have to do with cases and with each other. */
export const linkRoutes = [
  {
    method: 'GET',
    path: '/api/v1/knowledge/{id}/links',
    operationId: 'listArticleLinks',
    serves: 'links',
    permission: 'knowledge:read',
  },
  {
    method: 'POST',
    path: '/api/v1/knowledge/{id}/links',
    operationId: 'linkArticle',
    serves: 'links',
    permission: 'knowledge:link',
    once: true,
  },
  {
    method: 'DELETE',
    path: '/api/v1/knowledge/{id}/links/{case_id}',
    operationId: 'unlinkArticle',
    serves: 'links',
    permission: 'knowledge:link',
  },
  {
    method: 'GET',
    path: '/api/v1/knowledge/{id}/related',
    operationId: 'listRelatedArticles',
    serves: 'links',
    permission: 'knowledge:read',
  },
  {
    method: 'GET',
    path: '/api/v1/cases/{id}/links',
    operationId: 'listCaseLinks',
    serves: 'links',
    permission: 'cases:read',
  },
  {
    method: 'GET',
    path: '/api/v1/metrics/knowledge',
    operationId: 'getKnowledgeMetrics',
    serves: 'links',
    permission: 'knowledge:metrics',
  },
] as const satisfies readonly Route[];
