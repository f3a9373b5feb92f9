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
  'listArticleClaims',
  'listArticleLinks',
  'listArticles',
  'listCaseLinks',
  'listCases',
  'listFeed',
  'listProducts',
  'listRelatedArticles',
  'searchHybrid',
  'searchSimilarity',
];
const AGENT = [
  ...VIEWER,
  'createCase',
  'addFeedItem',
  'deleteCase',
  'linkArticle',
  'unlinkArticle',
  'replaceCase',
  'sendEvents',
  'giveSearchFeedback',
];
const KEEPER = ['createArticle', 'deleteArticle', 'replaceArticle', 'transitionArticle'];
const REVIEWER = [
  'acceptProposal',
  'approveArticle',
  'diffArticle',
  'getArticleVersion',
  'listArticleVersions',
  'listReviewQueue',
  'mergeArticle',
  'rejectArticle',
  'rejectProposal',
];
const ENGINEER = [
  ...AGENT,
  ...KEEPER,
  'getCaseMonitorStats',
  'estimateKnowledge',
  'explainPattern',
  ...REVIEWER,
  'getDetailedHealth',
  'getHealthHistory',
  'getImport',
  'getIndexStatus',
  'getJobMetrics',
  'getJobsStatus',
  'getKnowledgeBudget',
  'getKnowledgeMetrics',
  'getPattern',
  'getSearchAnalytics',
  'listImportRecords',
  'listImports',
  'listJobRuns',
  'listPatterns',
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
  'setKnowledgeBudget',
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
