import { CfnParameter } from 'aws-cdk-lib';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import { legacyRoutes } from '#contracts/legacy-routes.ts';
import { routes } from '#contracts/routes.ts';
import { SEARCH_COMPLETED } from '#contracts/search-event.ts';
import type { Bundles } from '#lib/bundling/bundles.ts';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { FunctionRuntime } from '#lib/constructs/function-runtime.ts';
import { metricSources } from '#lib/constructs/metric-sources.ts';
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

    const search = this.searchFunction();
    const api = new RestApi(this, 'Api', {
      settings,
      routes: [...routes, ...legacyRoutes],
      publicUrl: this.publicUrl,
      authoriser: this.authorise(),
      functions: {
        cases: this.cases(),
        knowledge: this.knowledge(),
        events: this.events(),
        imports: this.imports(),
        search,
        health: this.health(),
        'index-admin': this.indexAdmin(),
        jobs: this.jobs(),
        'api-docs': this.apiDocs(),
      },
    });
    this.aggregateSearches(search);
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
      .bindTable('IDEMPOTENCY_TABLE', data.idempotency, ['GetItem', 'PutItem', 'UpdateItem'])
      .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'], put: ['*'] })
      .bindSearch(search, 'read')
      .addEnvironment('PUBLIC_URL', this.publicUrl);
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

  private searchFunction(): AppFunction {
    const { data, search } = this.props;
    return new AppFunction(this, 'SearchApi', {
      name: 'search',
      runtime: this.runtime,
      errorImpact: 'nothing can be searched',
    })
      .bindTable('CASES_TABLE', data.cases, ['GetItem', 'BatchGetItem'])
      .bindTable('ARTICLES_TABLE', data.articles, ['GetItem', 'BatchGetItem'])
      .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'] })
      .bindTable('SEARCH_STATS_TABLE', data.searchStats, ['GetItem', 'PutItem', 'Query', 'UpdateItem'])
      .bindSearch(search, 'read')
      .bindModel(search.embedder);
  }

  /** Searches write nothing but a line of their log; this reads the lines. */
  private aggregateSearches(searchFunction: AppFunction): void {
    const aggregate = new AppFunction(this, 'AggregateSearches', {
      name: 'aggregate-searches',
      runtime: this.runtime,
      errorImpact: 'searches are missing in the search analytics',
    }).bindTable('SEARCH_STATS_TABLE', this.props.data.searchStats, ['GetItem', 'PutItem']);
    searchFunction.logGroup.addSubscriptionFilter('Searches', {
      destination: new LambdaDestination(aggregate),
      filterPattern: FilterPattern.stringValue('$.message', '=', SEARCH_COMPLETED),
    });
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
