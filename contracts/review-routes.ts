import type { Route } from './route.ts';

const ARTICLE = '/api/v1/knowledge/{id}';

/** The history of articles and the decisions about them, a part of `routes`. */
export const reviewRoutes = [
  {
    method: 'GET',
    path: '/api/v1/knowledge/review-queue',
    operationId: 'listReviewQueue',
    serves: 'review',
    permission: 'knowledge:review',
  },
  {
    method: 'GET',
    path: `${ARTICLE}/versions`,
    operationId: 'listArticleVersions',
    serves: 'review',
    permission: 'knowledge:write',
  },
  {
    method: 'GET',
    path: `${ARTICLE}/versions/{version}`,
    operationId: 'getArticleVersion',
    serves: 'review',
    permission: 'knowledge:write',
  },
  {
    method: 'GET',
    path: `${ARTICLE}/diff`,
    operationId: 'diffArticle',
    serves: 'review',
    permission: 'knowledge:write',
  },
  {
    method: 'GET',
    path: `${ARTICLE}/claims`,
    operationId: 'listArticleClaims',
    serves: 'review',
    permission: 'knowledge:read',
  },
  {
    method: 'POST',
    path: `${ARTICLE}/approve`,
    operationId: 'approveArticle',
    serves: 'review',
    permission: 'knowledge:review',
    once: true,
  },
  {
    method: 'POST',
    path: `${ARTICLE}/reject`,
    operationId: 'rejectArticle',
    serves: 'review',
    permission: 'knowledge:review',
    once: true,
  },
  {
    method: 'POST',
    path: `${ARTICLE}/merge`,
    operationId: 'mergeArticle',
    serves: 'review',
    permission: 'knowledge:review',
    once: true,
  },
  {
    method: 'POST',
    path: `${ARTICLE}/proposal/accept`,
    operationId: 'acceptProposal',
    serves: 'review',
    permission: 'knowledge:review',
    once: true,
  },
  {
    method: 'POST',
    path: `${ARTICLE}/proposal/reject`,
    operationId: 'rejectProposal',
    serves: 'review',
    permission: 'knowledge:review',
    once: true,
  },
] as const satisfies readonly Route[];
