import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import { AppAlarm } from './app-alarm.ts';
import type { AppBucket } from './app-bucket.ts';
import { AppFunction } from './app-function.ts';
import type { AppTable } from './app-table.ts';
import type { FunctionRuntime } from './function-runtime.ts';
import { knowledgeBudgetEnv } from './knowledge-budget-env.ts';
import { ScheduledJob } from './scheduled-job.ts';

/** What the making of knowledge reads and writes. */
export type KnowledgeData = {
  readonly jobs: AppTable;
  readonly cases: AppTable;
  readonly articles: AppTable;
  readonly articleVersions: AppTable;
  readonly patterns: AppTable;
  readonly budgets: AppTable;
  readonly breakers: AppTable;
  readonly searchGenerations: AppTable;
  readonly content: AppBucket;
  readonly knowledgeFiles: AppBucket;
};

type KnowledgeJobProps = {
  readonly settings: Settings;
  readonly runtime: FunctionRuntime;
  readonly data: KnowledgeData;
  readonly recordRun: AppFunction;
};

const IMPACT = 'no knowledge articles are made of cases that were solved';

/** The job `knowledge_generation` and the functions of its steps. */
export class KnowledgeJob extends Construct {
  readonly job: ScheduledJob;
  private readonly props: KnowledgeJobProps;

  constructor(scope: Construct, id: string, props: KnowledgeJobProps) {
    super(scope, id);
    this.props = props;
    this.job = new ScheduledJob(this, 'Job', {
      job: 'knowledge_generation',
      settings: props.settings,
      functions: {
        RecordRun: props.recordRun,
        GroupCases: this.groupCases(scope),
        WriteArticles: this.writeArticles(scope),
      },
      impact: IMPACT,
    });
    this.watchPatterns();
  }

  private groupCases(scope: Construct): AppFunction {
    const { runtime, data, settings } = this.props;
    return new AppFunction(scope, 'GroupCases', { name: 'group-cases', runtime, errorImpact: IMPACT })
      .bindTable('JOBS_TABLE', data.jobs, ['UpdateItem'])
      .bindTable('SEARCH_GENERATIONS_TABLE', data.searchGenerations, ['Query'])
      .bindTable('CASES_TABLE', data.cases, ['BatchGetItem'], ['by-updated'])
      .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'] })
      .bindTable('PATTERNS_TABLE', data.patterns, [
        'GetItem',
        'Query',
        'PutItem',
        'UpdateItem',
        'BatchWriteItem',
      ])
      .bindBucket('KNOWLEDGE_BUCKET', data.knowledgeFiles, {
        get: ['runs/*', '*/grouping/*', '*/patterns/*'],
        put: ['runs/*', '*/grouping/*', '*/patterns/*'],
        remove: ['*/patterns/*'],
        list: true,
      })
      .addEnvironment('KNOWLEDGE_GROUPING', JSON.stringify(settings.knowledge.grouping));
  }

  private writeArticles(scope: Construct): AppFunction {
    const { runtime, data, settings } = this.props;
    const isFree = settings.knowledge.writer.name === 'extractive';
    const write = new AppFunction(scope, 'WriteArticles', {
      name: 'write-articles',
      runtime,
      errorImpact: IMPACT,
    })
      .bindTable('JOBS_TABLE', data.jobs, ['GetItem', 'UpdateItem'])
      .bindTable('CASES_TABLE', data.cases, ['BatchGetItem'])
      .bindTable('ARTICLES_TABLE', data.articles, ['GetItem', 'PutItem'])
      .bindTable('ARTICLE_VERSIONS_TABLE', data.articleVersions, ['PutItem'])
      .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'] })
      .bindTable('PATTERNS_TABLE', data.patterns, ['GetItem', 'PutItem'])
      .bindBucket('KNOWLEDGE_BUCKET', data.knowledgeFiles, {
        get: ['runs/*', '*/drafts/*', '*/patterns/*'],
        put: ['runs/*', '*/drafts/*'],
        // A draft that could not be paid for is left to the next run.
        remove: isFree ? [] : ['*/drafts/*'],
        list: true,
      })
      .bindWriter(settings.knowledge.writer)
      .addEnvironment('KNOWLEDGE_SUFFICIENCY', JSON.stringify(settings.knowledge.sufficiency))
      .addEnvironment('DRAFT_EXPIRY_DAYS', String(settings.knowledge.review.draftExpiryDays));
    return isFree
      ? write
      : write
          .bindTable('BUDGETS_TABLE', data.budgets, ['GetItem', 'PutItem', 'UpdateItem'])
          .bindTable('BREAKERS_TABLE', data.breakers, ['GetItem', 'PutItem'])
          .addVariables(knowledgeBudgetEnv(settings.knowledge));
  }

  /** A pattern may meet a moment's fault; the same in three runs in a row is none. */
  private watchPatterns(): void {
    const { settings } = this.props;
    new AppAlarm(this, 'PatternsFailed', {
      metric: new Metric({
        namespace: 'Caselore',
        metricName: 'PatternsFailed',
        dimensionsMap: { service: 'write-articles' },
        statistic: 'Maximum',
        period: Duration.minutes(settings.jobs.knowledge_generation.everyMinutes),
      }),
      above: 0,
      periods: 3,
      impact: 'some patterns of solved cases get no knowledge article',
      runbook: 'job-knowledge-generation',
    });
  }
}
