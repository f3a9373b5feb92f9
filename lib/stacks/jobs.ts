import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import type { Bundles } from '#lib/bundling/bundles.ts';
import { AppAlarm } from '#lib/constructs/app-alarm.ts';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { ArticleTender } from '#lib/constructs/article-tender.ts';
import { FunctionRuntime } from '#lib/constructs/function-runtime.ts';
import { KnowledgeJob } from '#lib/constructs/knowledge-job.ts';
import { metricSources } from '#lib/constructs/metric-sources.ts';
import { ScheduledJob } from '#lib/constructs/scheduled-job.ts';
import type { SearchBackend } from '#lib/constructs/search-backend.ts';
import { AppStack } from './app-stack.ts';
import type { CaseSourceStack } from './case-source.ts';
import type { DataStack } from './data.ts';
import type { PipelineQueues } from './pipeline-queues.ts';

type JobsStackProps = {
  readonly settings: Settings;
  readonly bundles: Bundles;
  readonly data: DataStack;
  readonly search: SearchBackend;
  readonly queues: PipelineQueues;
  /** What follows the customer's case database, where there is one. */
  readonly source: CaseSourceStack | undefined;
};

/** What runs by the clock: the state machines of the jobs, their schedules, and the functions of their tasks. */
export class JobsStack extends AppStack {
  readonly jobs: readonly ScheduledJob[];
  private readonly props: JobsStackProps;
  private readonly runtime: FunctionRuntime;

  constructor(scope: Construct, id: string, props: JobsStackProps) {
    const { settings, bundles } = props;
    super(scope, id, { settings, description: 'Caselore: scheduled jobs' });
    this.props = props;
    this.runtime = new FunctionRuntime(this, 'Runtime', { settings, bundles });

    const recordRun = this.recordRun();
    this.jobs = [
      new ScheduledJob(this, 'HealthCheck', {
        job: 'health_check',
        settings,
        functions: { RecordRun: recordRun, CheckHealth: this.checkHealth() },
        impact: 'nobody is told when a part of Caselore stops to answer',
      }),
      ...this.caseSync(recordRun),
      new ScheduledJob(this, 'Vectorization', {
        job: 'vectorization',
        settings,
        functions: { RecordRun: recordRun, Vectorise: this.vectorise() },
        impact: 'what the index lacks or has too much is not mended, searches may miss it',
      }),
      new KnowledgeJob(this, 'KnowledgeGeneration', { ...props, runtime: this.runtime, recordRun }).job,
    ];
    const startJob = this.startJob();
    for (const job of this.jobs) job.startedBy(startJob);
    new ArticleTender(this, 'TendArticles', { settings, runtime: this.runtime, data: props.data });
    this.watchComponents();
  }

  /** The job of the customer's case database, where there is one. */
  private caseSync(recordRun: AppFunction): ScheduledJob[] {
    const { settings, source } = this.props;
    if (!source) return [];
    const { maxRetries: attempts, retryDelaySeconds: delaySeconds } = source.caseSource;
    return [
      new ScheduledJob(this, 'CaseSync', {
        job: 'case_sync',
        settings,
        functions: { RecordRun: recordRun, SyncCases: source.sync },
        retry: { task: 'Sync', attempts, delaySeconds },
        impact: 'changes in the case database are not found by search',
      }),
    ];
  }

  private startJob(): AppFunction {
    return new AppFunction(this, 'StartJob', {
      name: 'start-job',
      runtime: this.runtime,
      errorImpact: 'scheduled jobs do not start',
    })
      .bindTable('JOBS_TABLE', this.props.data.jobs, ['GetItem', 'PutItem', 'UpdateItem'])
      .bindJobs(this.jobs, this.props.settings);
  }

  private recordRun(): AppFunction {
    return new AppFunction(this, 'RecordRun', {
      name: 'record-run',
      runtime: this.runtime,
      errorImpact: 'runs of jobs are shown as running though they have ended',
    }).bindTable('JOBS_TABLE', this.props.data.jobs, ['GetItem', 'PutItem', 'UpdateItem']);
  }

  private checkHealth(): AppFunction {
    const { data, search, queues, settings } = this.props;
    return new AppFunction(this, 'CheckHealth', {
      name: 'check-health',
      runtime: this.runtime,
      errorImpact: 'nobody is told when a part of Caselore stops to answer',
    })
      .bindTable('JOBS_TABLE', data.jobs, ['PutItem', 'UpdateItem'])
      .bindTable('CASES_TABLE', data.cases, ['DescribeTable'])
      .bindTable('ARTICLES_TABLE', data.articles, ['DescribeTable'])
      .bindTable('IMPORTS_TABLE', data.importsTable, ['DescribeTable'])
      .bindTable('BREAKERS_TABLE', data.breakers, ['GetItem'])
      .bindSearch(search, 'read', ['GetItem', 'Query'])
      .bindQueueDepth('SEGMENTS_QUEUE_URL', queues.segments)
      .bindMetrics(metricSources({ settings, queues: Object.values(queues) }), settings.metricsCacheSeconds);
  }

  private vectorise(): AppFunction {
    const { data, search, queues } = this.props;
    return new AppFunction(this, 'Vectorise', {
      name: 'vectorise',
      runtime: this.runtime,
      errorImpact: 'what the index lacks or has too much is not mended, searches may miss it',
    })
      .bindTable('JOBS_TABLE', data.jobs, ['GetItem', 'UpdateItem'])
      .bindTable('CASES_TABLE', data.cases, ['BatchGetItem'], ['by-updated'])
      .bindTable('ARTICLES_TABLE', data.articles, ['BatchGetItem'], ['by-updated'])
      .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'] })
      .bindTable('BREAKERS_TABLE', data.breakers, ['GetItem', 'PutItem'])
      .bindSearch(search, 'write', ['GetItem', 'PutItem', 'Query'])
      .bindStoredModel(search.embedder, data.embeddings)
      .bindQueue('REBUILD_QUEUE_URL', queues.rebuild)
      .addEnvironment('SETTLE_SECONDS', String(search.settleSeconds));
  }

  /** One check may fall into a deployment; three in a row do not. */
  private watchComponents(): void {
    const { settings } = this.props;
    new AppAlarm(this, 'ComponentsUnhealthy', {
      metric: new Metric({
        namespace: 'Caselore',
        metricName: 'ComponentsUnhealthy',
        dimensionsMap: { service: 'check-health' },
        statistic: 'Maximum',
        period: Duration.minutes(settings.jobs.health_check.everyMinutes),
      }),
      above: 0,
      periods: 3,
      impact: 'a part of Caselore does not answer, searches or changes may fail',
      runbook: 'component-unhealthy',
    });
  }
}
