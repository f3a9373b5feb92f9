import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import type { DataStack } from '#lib/stacks/data.ts';
import { AppAlarm } from './app-alarm.ts';
import { AppFunction } from './app-function.ts';
import type { FunctionRuntime } from './function-runtime.ts';

type ArticleTenderProps = {
  readonly settings: Settings;
  readonly runtime: FunctionRuntime;
  readonly data: DataStack;
};

const SECONDS_A_DAY = 24 * 60 * 60;

/** The function that looks after articles that nobody touches, each minute, and tells when reviews wait too long. */
export class ArticleTender extends AppFunction {
  constructor(scope: Construct, id: string, { settings, runtime, data }: ArticleTenderProps) {
    super(scope, id, {
      name: 'tend-articles',
      runtime,
      errorImpact:
        'drafts that nobody looked at stay in the queue, and what a deleted article said may be kept longer than a minute',
    });
    this.bindTable('ARTICLES_TABLE', data.articles, ['GetItem', 'PutItem'])
      .bindTable(
        'ARTICLE_VERSIONS_TABLE',
        data.articleVersions,
        ['PutItem', 'Query', 'UpdateItem'],
        ['by-tending'],
      )
      .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'], put: ['*'] });
    new Rule(this, 'EveryMinute', {
      description: 'Tend the articles',
      schedule: Schedule.rate(Duration.minutes(1)),
      // The next minute does it again.
      targets: [new LambdaFunction(this, { retryAttempts: 0 })],
    });
    new AppAlarm(this, 'ReviewsWait', {
      metric: new Metric({
        namespace: 'Caselore',
        metricName: 'OldestReviewAge',
        dimensionsMap: { service: 'tend-articles' },
        statistic: 'Maximum',
        period: Duration.hours(1),
      }),
      above: settings.knowledge.review.oldestReviewDays * SECONDS_A_DAY,
      impact: 'fixes that cases already hold reach nobody, and articles that may be wrong stay published',
      runbook: 'reviews-wait',
    });
  }
}
