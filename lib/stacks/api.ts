import { CfnParameter, Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import { routes } from '#contracts/routes.ts';
import type { Bundles } from '#lib/bundling/bundles.ts';
import { AppAlarm } from '#lib/constructs/app-alarm.ts';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { FunctionRuntime } from '#lib/constructs/function-runtime.ts';
import { RestApi } from '#lib/constructs/rest-api.ts';
import type { SearchBackend } from '#lib/constructs/search-backend.ts';
import { AppStack } from './app-stack.ts';
import type { DataStack } from './data.ts';
import type { PipelineQueues } from './pipeline-queues.ts';

type ApiStackProps = {
  readonly settings: Settings;
  readonly bundles: Bundles;
  readonly data: DataStack;
  readonly search: SearchBackend;
  readonly queues: PipelineQueues;
};

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

    const api = new RestApi(this, 'Api', {
      settings,
      routes,
      authoriser: this.authorise(),
      functions: {
        cases: this.cases(),
        imports: this.imports(),
        search: this.searchFunction(),
        health: this.health(),
      },
    });
    this.watch(api);
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
      .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'], put: ['*'] })
      .bindSearch(search, 'read')
      .addEnvironment('PUBLIC_URL', this.publicUrl);
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
      .bindBucket('IMPORTS_BUCKET', data.importsBucket, { put: ['uploads/*'] })
      .bindQueue('DISPATCH_QUEUE_URL', queues.dispatch)
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
      .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'] })
      .bindSearch(search, 'read');
  }

  private health(): AppFunction {
    const { data, search, queues } = this.props;
    return new AppFunction(this, 'HealthApi', {
      name: 'health',
      runtime: this.runtime,
      errorImpact: 'nobody can tell whether Caselore works',
    })
      .bindTable('CASES_TABLE', data.cases, ['DescribeTable'])
      .bindTable('IMPORTS_TABLE', data.importsTable, ['DescribeTable'])
      .bindSearch(search, 'read')
      .bindQueueDepth('SEGMENTS_QUEUE_URL', queues.segments);
  }

  private watch(api: RestApi): void {
    const metric = (metricName: string, statistic: string) =>
      new Metric({
        namespace: 'AWS/ApiGateway',
        metricName,
        statistic,
        period: Duration.minutes(5),
        dimensionsMap: { ApiName: api.restApiName, Stage: api.deploymentStage.stageName },
      });
    // The average of 5XXError is the share of requests that failed.
    new AppAlarm(this, 'Faults', {
      metric: metric('5XXError', 'Average'),
      above: 0.05,
      impact: 'more than 5 % of requests fail',
    });
    new AppAlarm(this, 'Slow', {
      metric: metric('Latency', 'p95'),
      above: 2000,
      periods: 3,
      impact: 'one request in twenty takes more than 2 s',
    });
  }
}
