import { describe, expect, it } from 'vitest';
import { PERMISSIONS_OF_ROLE, Role } from '#contracts/role.ts';
import { routes } from '#contracts/routes.ts';
import type { Route } from '#contracts/route.ts';

const operationsOf = (role: Role): readonly string[] =>
  routes
    .filter(
      ({ permission }: Route) => permission !== 'public' && PERMISSIONS_OF_ROLE[role].includes(permission),
    )
    .map(({ operationId }) => operationId)
    .toSorted();

const VIEWER = [
  'getArticle',
  'getCase',
  'listArticles',
  'listCases',
  'listFeed',
  'listProducts',
  'searchHybrid',
  'searchSimilarity',
];
const AGENT = [
  ...VIEWER,
  'createCase',
  'addFeedItem',
  'deleteCase',
  'replaceCase',
  'sendEvents',
  'giveSearchFeedback',
];
const KEEPER = ['createArticle', 'deleteArticle', 'replaceArticle', 'transitionArticle'];
const ENGINEER = [
  ...AGENT,
  ...KEEPER,
  'getCaseMonitorStats',
  'getDetailedHealth',
  'getHealthHistory',
  'getImport',
  'getIndexStatus',
  'getJobMetrics',
  'getJobsStatus',
  'getSearchAnalytics',
  'listImportRecords',
  'listImports',
  'listJobRuns',
  'listPipelines',
];
const ADMIN = [
  ...ENGINEER,
  'cancelImport',
  'cancelIndexRebuild',
  'continueImport',
  'createImport',
  'getPerformanceMetrics',
  'getPipelineMetrics',
  'getPrometheusMetrics',
  'rebuildIndex',
  'pauseJob',
  'resumeJob',
  'retryImport',
  'syncCaseSource',
  'triggerJob',
];

describe('the permission table', () => {
  it.each([
    ['viewer', VIEWER],
    ['agent', AGENT],
    ['engineer', ENGINEER],
    ['admin', ADMIN],
    ['service', []],
  ] as const)('lets a %s do exactly this', (role, operations) => {
    expect(operationsOf(role)).toEqual([...operations].toSorted());
  });

  it('knows every role', () => {
    expect(Object.keys(PERMISSIONS_OF_ROLE).toSorted()).toEqual(Role.options.toSorted());
  });

  it('lets anybody only ask for health and read what the API is', () => {
    const open = routes.filter(({ permission }: Route) => permission === 'public');

    expect(open.map(({ operationId }) => operationId)).toEqual([
      'getHealth',
      'getReady',
      'getHealthV1',
      'getReadyV1',
      'getApiDocument',
      'getApiDocs',
    ]);
  });
});
