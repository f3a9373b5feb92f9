import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FunctionName } from '#config/function-name.ts';
import { functionsOf } from '#config/functions-of.ts';
import { routes } from '#contracts/routes.ts';
import { everyStage } from './assembly.ts';

const COMMON = [
  'STAGE',
  'LOG_LEVEL',
  'POWERTOOLS_SERVICE_NAME',
  'POWERTOOLS_METRICS_NAMESPACE',
  'NODE_OPTIONS',
];

/** Each function's own variables: what its `index.ts` reads. */
const VARIABLES: Record<FunctionName, readonly string[]> = {
  authorise: ['ISSUER_URL', 'PRINCIPALS_TABLE'],
  cases: [
    'CASES_TABLE',
    'IDEMPOTENCY_TABLE',
    'SOURCE_TABLE',
    'CONTENT_BUCKET',
    'SEARCH_GENERATIONS_TABLE',
    'SEARCH_URL',
    'EMBEDDER',
    'PUBLIC_URL',
  ],
  knowledge: [
    'ARTICLES_TABLE',
    'ARTICLE_VERSIONS_TABLE',
    'IDEMPOTENCY_TABLE',
    'CONTENT_BUCKET',
    'SEARCH_GENERATIONS_TABLE',
    'SEARCH_URL',
    'EMBEDDER',
    'PUBLIC_URL',
  ],
  patterns: ['PATTERNS_TABLE', 'KNOWLEDGE_BUCKET', 'CASES_TABLE', 'CONTENT_BUCKET'],
  review: [
    'ARTICLES_TABLE',
    'ARTICLE_VERSIONS_TABLE',
    'ARTICLE_LINKS_TABLE',
    'CASES_TABLE',
    'PATTERNS_TABLE',
    'IDEMPOTENCY_TABLE',
    'CONTENT_BUCKET',
    'MINUTES_A_CASE',
  ],
  events: ['CASES_TABLE', 'ARTICLES_TABLE', 'ARTICLE_VERSIONS_TABLE', 'IDEMPOTENCY_TABLE', 'CONTENT_BUCKET'],
  imports: [
    'IMPORTS_TABLE',
    'IDEMPOTENCY_TABLE',
    'IMPORTS_BUCKET',
    'DISPATCH_QUEUE_URL',
    'UPLOADS_QUEUE_URL',
    'PUBLIC_URL',
  ],
  search: [
    'CASES_TABLE',
    'ARTICLES_TABLE',
    'CONTENT_BUCKET',
    'SEARCH_GENERATIONS_TABLE',
    'SEARCH_URL',
    'EMBEDDER',
    'SEARCH_STATS_TABLE',
  ],
  'index-admin': [
    'SEARCH_GENERATIONS_TABLE',
    'IDEMPOTENCY_TABLE',
    'EMBEDDER',
    'REBUILD_QUEUE_URL',
    'SETTLE_SECONDS',
  ],
  'knowledge-admin': [
    'CASES_TABLE',
    'CONTENT_BUCKET',
    'PATTERNS_TABLE',
    'KNOWLEDGE_BUCKET',
    'BUDGETS_TABLE',
    'KNOWLEDGE_BUDGET',
    'KNOWLEDGE_SUFFICIENCY',
    'ARTICLE_WRITER',
  ],
  'rebuild-index': [
    'CASES_TABLE',
    'ARTICLES_TABLE',
    'CONTENT_BUCKET',
    'SEARCH_GENERATIONS_TABLE',
    'SEARCH_URL',
    'EMBEDDER',
    'REBUILD_QUEUE_URL',
    'SETTLE_SECONDS',
    'BREAKERS_TABLE',
  ],
  'api-docs': [],
  'sync-cases': [
    'SOURCE_TABLE',
    'IMPORTS_TABLE',
    'IMPORTS_BUCKET',
    'CASES_TABLE',
    'CONTENT_BUCKET',
    'CASE_CONNECTION',
    'CASE_MAPPING',
    'CASE_TENANT',
    'CASE_BATCH_SIZE',
    'CASE_OVERLAP_SECONDS',
    'CASE_RESOLVED_STATUSES',
    'CASE_DELETIONS',
    'JOBS_TABLE',
    'BREAKERS_TABLE',
  ],
  vectorise: [
    'CASES_TABLE',
    'ARTICLES_TABLE',
    'CONTENT_BUCKET',
    'SEARCH_GENERATIONS_TABLE',
    'SEARCH_URL',
    'EMBEDDER',
    'BREAKERS_TABLE',
    'JOBS_TABLE',
    'REBUILD_QUEUE_URL',
    'SETTLE_SECONDS',
  ],
  'aggregate-searches': ['SEARCH_STATS_TABLE'],
  links: [
    'CASES_TABLE',
    'ARTICLES_TABLE',
    'ARTICLE_VERSIONS_TABLE',
    'ARTICLE_LINKS_TABLE',
    'PATTERNS_TABLE',
    'CONTENT_BUCKET',
    'KNOWLEDGE_BUCKET',
    'SEARCH_GENERATIONS_TABLE',
    'SEARCH_URL',
    'EMBEDDER',
    'RESOLVED_STATUSES',
    'IDEMPOTENCY_TABLE',
    'ENOUGH_REUSE',
  ],
  'watch-records': [
    'CASES_TABLE',
    'ARTICLES_TABLE',
    'ARTICLE_VERSIONS_TABLE',
    'ARTICLE_LINKS_TABLE',
    'PATTERNS_TABLE',
    'CONTENT_BUCKET',
    'KNOWLEDGE_BUCKET',
    'SEARCH_GENERATIONS_TABLE',
    'SEARCH_URL',
    'EMBEDDER',
    'RESOLVED_STATUSES',
    'KNOWLEDGE_GROUPING',
    'EARLY_RUNS',
    'JOBS_TABLE',
    'JOBS',
    'REWATCH_QUEUE_URL',
  ],
  'rewatch-records': [
    'CASES_TABLE',
    'ARTICLES_TABLE',
    'ARTICLE_VERSIONS_TABLE',
    'ARTICLE_LINKS_TABLE',
    'PATTERNS_TABLE',
    'CONTENT_BUCKET',
    'KNOWLEDGE_BUCKET',
    'SEARCH_GENERATIONS_TABLE',
    'SEARCH_URL',
    'EMBEDDER',
    'RESOLVED_STATUSES',
  ],
  health: [
    'CASES_TABLE',
    'ARTICLES_TABLE',
    'IMPORTS_TABLE',
    'SEARCH_GENERATIONS_TABLE',
    'SEARCH_URL',
    'EMBEDDER',
    'JOBS_TABLE',
    'SEGMENTS_QUEUE_URL',
    'METRIC_SOURCES',
    'METRICS_CACHE_SECONDS',
    'BREAKERS_TABLE',
    'CASE_TENANT',
  ],
  jobs: ['JOBS_TABLE', 'IDEMPOTENCY_TABLE', 'JOBS', 'BREAKERS_TABLE', 'CASE_TENANT'],
  'group-cases': [
    'JOBS_TABLE',
    'SEARCH_GENERATIONS_TABLE',
    'CASES_TABLE',
    'CONTENT_BUCKET',
    'PATTERNS_TABLE',
    'KNOWLEDGE_BUCKET',
    'KNOWLEDGE_GROUPING',
  ],
  'write-articles': [
    'JOBS_TABLE',
    'CASES_TABLE',
    'ARTICLES_TABLE',
    'ARTICLE_VERSIONS_TABLE',
    'CONTENT_BUCKET',
    'PATTERNS_TABLE',
    'KNOWLEDGE_BUCKET',
    'ARTICLE_WRITER',
    'KNOWLEDGE_SUFFICIENCY',
    'DRAFT_EXPIRY_DAYS',
  ],
  'start-job': ['JOBS_TABLE', 'JOBS'],
  'record-run': ['JOBS_TABLE'],
  'check-health': [
    'JOBS_TABLE',
    'CASES_TABLE',
    'ARTICLES_TABLE',
    'IMPORTS_TABLE',
    'SEARCH_GENERATIONS_TABLE',
    'SEARCH_URL',
    'EMBEDDER',
    'SEGMENTS_QUEUE_URL',
    'METRIC_SOURCES',
    'METRICS_CACHE_SECONDS',
    'BREAKERS_TABLE',
  ],
  'split-upload': ['IMPORTS_TABLE', 'IMPORTS_BUCKET', 'UPLOADS_QUEUE_URL', 'DISPATCH_QUEUE_URL'],
  'dispatch-segments': ['IMPORTS_TABLE', 'SEGMENTS_QUEUE_URL'],
  'write-segment': [
    'IMPORTS_TABLE',
    'IMPORTS_BUCKET',
    'CASES_TABLE',
    'CONTENT_BUCKET',
    'DISPATCH_QUEUE_URL',
    'VERIFICATION_QUEUE_URL',
  ],
  'project-changes': [
    'CASES_TABLE',
    'ARTICLES_TABLE',
    'CONTENT_BUCKET',
    'SEARCH_GENERATIONS_TABLE',
    'SEARCH_URL',
    'EMBEDDER',
    'REPAIRS_QUEUE_URL',
    'BREAKERS_TABLE',
  ],
  'repair-projection': [
    'CASES_TABLE',
    'ARTICLES_TABLE',
    'CONTENT_BUCKET',
    'SEARCH_GENERATIONS_TABLE',
    'SEARCH_URL',
    'EMBEDDER',
    'BREAKERS_TABLE',
  ],
  'verify-segment': [
    'IMPORTS_TABLE',
    'CASES_TABLE',
    'SEARCH_GENERATIONS_TABLE',
    'SEARCH_URL',
    'EMBEDDER',
    'VERIFICATION_QUEUE_URL',
    'REPAIRS_QUEUE_URL',
    'DISPATCH_QUEUE_URL',
    'BREAKERS_TABLE',
  ],
  'tend-breakers': ['BREAKERS_TABLE', 'SEARCH_GENERATIONS_TABLE', 'SEARCH_URL', 'EMBEDDER', 'MAPPINGS'],
  'tend-articles': ['ARTICLES_TABLE', 'ARTICLE_VERSIONS_TABLE', 'CONTENT_BUCKET'],
  'tend-imports': [
    'IMPORTS_TABLE',
    'IMPORTS_BUCKET',
    'UPLOADS_QUEUE_URL',
    'DISPATCH_QUEUE_URL',
    'SEGMENTS_QUEUE_URL',
    'VERIFICATION_QUEUE_URL',
    'BREAKERS_TABLE',
  ],
};

describe.each(everyStage)('functions of $name', ({ name, ofType, settings }) => {
  const functions = ofType('AWS::Lambda::Function').map(({ Properties }) => Properties);
  const variables = (short: FunctionName) =>
    functions.find(({ FunctionName: full }) => full === `caselore-${name}-${short}`)!['Environment']
      .Variables;

  const names = functionsOf(settings);

  it('are those of the product and no other', () => {
    expect(functions).toHaveLength(names.length);
    expect(new Set(functions.map(({ FunctionName: full }) => full))).toEqual(
      new Set(names.map((short) => `caselore-${name}-${short}`)),
    );
  });

  it.each(names)('%s gets its own variables and the common ones', (short) => {
    const ofTheApi = routes.some(({ serves }) => serves === short) ? ['PUBLIC_URL'] : [];

    expect(new Set(Object.keys(variables(short)))).toEqual(
      new Set([...COMMON, ...VARIABLES[short], ...ofTheApi]),
    );
    expect(variables(short)).toMatchObject({
      STAGE: name,
      LOG_LEVEL: settings.logLevel,
      POWERTOOLS_SERVICE_NAME: short,
      POWERTOOLS_METRICS_NAMESPACE: 'Caselore',
      NODE_OPTIONS: '--enable-source-maps',
    });
  });

  it.each(names)('%s reads no variable that it does not get', (short) => {
    const source = readFileSync(join(import.meta.dirname, `../../lambdas/${short}/index.ts`), 'utf8');
    const [, schema] = /readEnv\(\{(.*?)\}\)/s.exec(source)!;
    const read = [...schema!.matchAll(/\b([A-Z][A-Z_]+):/g)].map(([, variable]) => variable);

    expect(read.length).toBeGreaterThan(0);
    expect(Object.keys(variables(short))).toEqual(expect.arrayContaining(read));
  });

  it.each(names)('%s gets the table or queue that a variable is named after', (short) => {
    const named = Object.entries(variables(short))
      .map(([variable, value]) => ({ value, thing: /^(\w+)_(?:TABLE|QUEUE_URL)$/.exec(variable)?.[1] }))
      .filter(({ thing }) => thing !== undefined);

    // Only `api-docs` needs nothing but its own files.
    expect(named.length > 0).toBe(short !== 'api-docs');
    for (const { thing, value } of named) {
      expect(referred(value).toUpperCase()).toMatch(new RegExp(`^${thing!.replaceAll('_', '')}[0-9A-F]{8}`));
    }
  });

  it('run on Node 24 and arm64, traced, with the shared layer and settings of their environment', () => {
    for (const Properties of functions) {
      const short = FunctionName.parse(Properties['FunctionName'].replace(`caselore-${name}-`, ''));
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        TracingConfig: { Mode: 'Active' },
        Layers: [{ Ref: expect.stringMatching(/^RuntimeLayer/) }],
        MemorySize: settings.functions[short].memoryMb,
        Timeout: settings.functions[short].timeoutSeconds,
      });
    }
  });

  it('keep their logs for as long as the environment says', () => {
    const jobs = ofType('AWS::StepFunctions::StateMachine');
    const retentions = ofType('AWS::Logs::LogGroup').map(({ Properties }) => Properties['RetentionInDays']);

    expect(retentions).toHaveLength(names.length + jobs.length + 1);
    expect(new Set(retentions)).toEqual(new Set([settings.logRetentionDays]));
  });
});

/** The logical id that a reference names, within its stack or across stacks. */
const referred = (value: unknown): string => {
  const { Ref, 'Fn::GetStackOutput': output } = value as {
    Ref?: string;
    'Fn::GetStackOutput'?: { OutputName: string };
  };
  return Ref ?? output!.OutputName.replace('PublishOutputRef', '');
};
