import { CfnParameter } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import { legacyRoutes } from '#contracts/legacy-routes.ts';
import { routes } from '#contracts/routes.ts';
import type { Bundles } from '#lib/bundling/bundles.ts';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { FunctionRuntime } from '#lib/constructs/function-runtime.ts';
import { knowledgeAdminFunction } from '#lib/constructs/knowledge-admin-function.ts';
import { linksFunction } from '#lib/constructs/links-function.ts';
import { metricSources } from '#lib/constructs/metric-sources.ts';
import { reviewFunction } from '#lib/constructs/review-function.ts';
import { aggregateSearches, searchFunction } from '#lib/constructs/search-function.ts';
import { RestApi } from '#lib/constructs/rest-api.ts';
import type { JobFacts } from '#lib/constructs/job-facts.ts';
import type { SearchBackend } from '#lib/constructs/search-backend.ts';
import { TraceSampling } from '#lib/constructs/trace-sampling.ts';
import { watchApi } from '#lib/constructs/watch-api.ts';
import { AppStack } from './app-stack.ts';
import type { DataStack } from './data.ts';
import type { PipelineQueues } from './pipeline-queues.ts';

type ApiStackProps = {
  readonly settings: Settings;
  readonly bundles: Bundles;
  readonly data: DataStack;
  readonly search: SearchBackend;
  readonly queues: PipelineQueues;
  readonly jobs: readonly JobFacts[];
};

/** Whose case database is followed, for functions that tell of it; no id of a tenant is as short as that of nobody. */
const sourceTenant = ({ caseSource }: Settings): string => caseSource?.tenant ?? '-';

/** What clients call: the REST API, its authoriser, and the functions behind its routes. */
export class ApiStack extends AppStack {
  private readonly props: ApiStackProps;
  private readonly runtime: FunctionRuntime;
  private readonly publicUrl: string;

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    const { settings, bundles } = props;
    super(scope, id, { settings, description: 'Caselore: REST API' });
    this.props = props;
    this.runtime = new FunctionRuntime(this, 'Runtime', { settings, bundles });
    this.publicUrl = settings.form === 'laptop' ? this.addressParameter() : settings.publicUrl;

    const search = searchFunction(this, { ...props, runtime: this.runtime });
    const api = new RestApi(this, 'Api', {
      settings,
      routes: [...routes, ...legacyRoutes],
      publicUrl: this.publicUrl,
      authoriser: this.authorise(),
      functions: {
        cases: this.cases(),
        knowledge: this.knowledge(),
        links: linksFunction(this, { ...props, runtime: this.runtime }),
        patterns: this.patterns(),
        review: reviewFunction(this, { settings, runtime: this.runtime, data: props.data }),
        events: this.events(),
        imports: this.imports(),
        search,
        health: this.health(),
        'index-admin': this.indexAdmin(),
        jobs: this.jobs(),
        'knowledge-admin': knowledgeAdminFunction(this, { ...props, runtime: this.runtime }),
        'api-docs': this.apiDocs(),
      },
    });
    aggregateSearches(this, search, { ...props, runtime: this.runtime });
    new TraceSampling(this, 'Traces', { settings });
    watchApi(this, api);
  }

  /** A laptop knows its port only when it starts. */
  private addressParameter(): string {
    return new CfnParameter(this, 'PublicUrl', {
      default: this.props.settings.publicUrl,
      description: 'Address that clients use, without a slash at the end',
    }).valueAsString;
  }

  private authorise(): AppFunction {
    const { data } = this.props;
    return new AppFunction(this, 'Authorise', {
      name: 'authorise',
      runtime: this.runtime,
      errorImpact: 'nobody can call the API',
    })
      .bindTable('PRINCIPALS_TABLE', data.principals, ['GetItem'])
      .addEnvironment('ISSUER_URL', data.identity.issuerUrl);
  }

  private cases(): AppFunction {
    const { data, search } = this.props;
    return new AppFunction(this, 'CasesApi', {
      name: 'cases',
      runtime: this.runtime,
      errorImpact: 'cases can be neither read nor changed',
    })
      .bindTable('CASES_TABLE', data.cases, ['GetItem', 'BatchGetItem', 'PutItem'], ['by-updated'])
      .bindTable('IDEMPOTENCY_TABLE', data.idempotency, ['GetItem', 'PutItem', 'UpdateItem'])
      .bindTable('SOURCE_TABLE', data.source, ['Query'])
      .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'], put: ['*'] })
      .bindSearch(search, 'read')
      .addEnvironment('PUBLIC_URL', this.publicUrl);
  }

  private knowledge(): AppFunction {
    const { data, search } = this.props;
    return new AppFunction(this, 'KnowledgeApi', {
      name: 'knowledge',
      runtime: this.runtime,
      errorImpact: 'knowledge articles can be neither read nor changed',
    })
      .bindTable('ARTICLES_TABLE', data.articles, ['GetItem', 'BatchGetItem', 'PutItem'], ['by-updated'])
      .bindTable('ARTICLE_VERSIONS_TABLE', data.articleVersions, ['PutItem', 'Query', 'UpdateItem'])
      .bindTable('IDEMPOTENCY_TABLE', data.idempotency, ['GetItem', 'PutItem', 'UpdateItem'])
      .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'], put: ['*'] })
      .bindSearch(search, 'read')
      .addEnvironment('PUBLIC_URL', this.publicUrl);
  }

  private patterns(): AppFunction {
    const { data } = this.props;
    return new AppFunction(this, 'PatternsApi', {
      name: 'patterns',
      runtime: this.runtime,
      errorImpact: 'nobody can see which problems recur, and why cases were put together',
    })
      .bindTable('PATTERNS_TABLE', data.patterns, ['GetItem', 'Query'])
      .bindBucket('KNOWLEDGE_BUCKET', data.knowledgeFiles, { get: ['*/patterns/*'], list: true })
      .bindTable('CASES_TABLE', data.cases, ['BatchGetItem'])
      .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'] });
  }

  private events(): AppFunction {
    const { data } = this.props;
    return new AppFunction(this, 'EventsApi', {
      name: 'events',
      runtime: this.runtime,
      errorImpact: 'changes that sources tell of are not taken; senders must send them again',
    })
      .bindTable('CASES_TABLE', data.cases, ['GetItem', 'PutItem'])
      .bindTable('ARTICLES_TABLE', data.articles, ['GetItem', 'PutItem'])
      .bindTable('ARTICLE_VERSIONS_TABLE', data.articleVersions, ['PutItem'])
      .bindTable('IDEMPOTENCY_TABLE', data.idempotency, ['PutItem'])
      .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'], put: ['*'] });
  }

  private imports(): AppFunction {
    const { data, queues } = this.props;
    return new AppFunction(this, 'ImportsApi', {
      name: 'imports',
      runtime: this.runtime,
      errorImpact: 'imports can be neither started nor followed',
    })
      .bindTable(
        'IMPORTS_TABLE',
        data.importsTable,
        ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
        ['by-created'],
      )
      .bindTable('IDEMPOTENCY_TABLE', data.idempotency, ['GetItem', 'PutItem', 'UpdateItem'])
      .bindBucket('IMPORTS_BUCKET', data.importsBucket, { put: ['uploads/*'] })
      .bindQueue('DISPATCH_QUEUE_URL', queues.dispatch)
      .bindQueue('UPLOADS_QUEUE_URL', queues.uploads)
      .addEnvironment('PUBLIC_URL', this.publicUrl);
  }

  private health(): AppFunction {
    const { data, search, queues, settings } = this.props;
    return new AppFunction(this, 'HealthApi', {
      name: 'health',
      runtime: this.runtime,
      errorImpact: 'nobody can tell whether Caselore works',
    })
      .bindTable('CASES_TABLE', data.cases, ['DescribeTable'], ['by-updated'])
      .bindTable('ARTICLES_TABLE', data.articles, ['DescribeTable'])
      .bindTable('IMPORTS_TABLE', data.importsTable, ['DescribeTable'], ['active', 'by-created'])
      .bindTable('JOBS_TABLE', data.jobs, ['GetItem', 'Query'])
      .bindTable('BREAKERS_TABLE', data.breakers, ['GetItem'])
      .bindSearch(search, 'read', ['GetItem', 'Query'])
      .bindQueueDepth('SEGMENTS_QUEUE_URL', queues.segments)
      .bindMetrics(metricSources({ settings, queues: Object.values(queues) }), settings.metricsCacheSeconds)
      .addEnvironment('CASE_TENANT', sourceTenant(settings));
  }

  private indexAdmin(): AppFunction {
    const { data, search, queues } = this.props;
    return new AppFunction(this, 'IndexAdmin', {
      name: 'index-admin',
      runtime: this.runtime,
      errorImpact: 'the search index can be neither rebuilt nor looked at',
    })
      .bindTable('SEARCH_GENERATIONS_TABLE', data.searchGenerations, ['GetItem', 'PutItem', 'Query'])
      .bindTable('IDEMPOTENCY_TABLE', data.idempotency, ['GetItem', 'PutItem', 'UpdateItem'])
      .bindQueue('REBUILD_QUEUE_URL', queues.rebuild)
      .bindModelName(search.embedder)
      .addEnvironment('SETTLE_SECONDS', String(search.settleSeconds));
  }

  private jobs(): AppFunction {
    const { data, jobs, settings } = this.props;
    return new AppFunction(this, 'JobsApi', {
      name: 'jobs',
      runtime: this.runtime,
      errorImpact: 'scheduled jobs can be neither followed nor started by hand',
    })
      .bindTable('JOBS_TABLE', data.jobs, ['GetItem', 'PutItem', 'UpdateItem'], ['by-started'])
      .bindTable('IDEMPOTENCY_TABLE', data.idempotency, ['GetItem', 'PutItem', 'UpdateItem'])
      .bindTable('BREAKERS_TABLE', data.breakers, ['GetItem'])
      .bindJobs(jobs, settings)
      .addEnvironment('CASE_TENANT', sourceTenant(settings));
  }

  private apiDocs(): AppFunction {
    return new AppFunction(this, 'ApiDocs', {
      name: 'api-docs',
      runtime: this.runtime,
      errorImpact: 'nobody can read the description of the API',
    });
  }
}
