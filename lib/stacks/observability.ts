import { Dashboard } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import { AppAlarm } from '#lib/constructs/app-alarm.ts';
import { pipelineWidgets } from '#lib/constructs/pipeline-widgets.ts';
import { serviceWidgets } from '#lib/constructs/service-widgets.ts';
import { ThrottleAlarm } from '#lib/constructs/throttle-alarm.ts';
import { AppStack } from './app-stack.ts';
import type { DataStack } from './data.ts';

type ObservabilityStackProps = {
  readonly settings: Settings;
  readonly key: Key;
  /** Stacks whose alarms and resources are watched. */
  readonly watched: readonly AppStack[];
  /** Tables whose throttling is watched; their alarms stand here, because the tables' stack must not depend on this one. */
  readonly data: DataStack;
};

/** Where operators look, and the topic that every alarm of the environment rings. */
export class ObservabilityStack extends AppStack {
  constructor(scope: Construct, id: string, { settings, key, watched, data }: ObservabilityStackProps) {
    super(scope, id, { settings, description: 'Caselore: alarms and dashboard' });
    const alarms = new Topic(this, 'Alarms', {
      displayName: `Caselore ${settings.stage}`,
      masterKey: key,
      enforceSSL: true,
    });
    key.grant(new ServicePrincipal('cloudwatch.amazonaws.com'), 'kms:Decrypt', 'kms:GenerateDataKey');

    this.watchTables(data);
    const constructs = [this, ...watched].flatMap((stack) => stack.node.findAll());
    for (const alarm of constructs.filter((construct) => construct instanceof AppAlarm)) {
      alarm.addAlarmAction(new SnsAction(alarms));
      alarm.addOkAction(new SnsAction(alarms));
    }
    new Dashboard(this, 'Pipeline', {
      dashboardName: `caselore-${settings.stage}`,
      widgets: [...serviceWidgets(settings), ...pipelineWidgets(constructs)],
    });
  }

  private watchTables({
    cases,
    articles,
    budgets,
    articleLinks,
    articleVersions,
    importsTable,
    patterns,
    principals,
    searchStats,
    idempotency,
    searchGenerations,
    embeddings,
    jobs,
    breakers,
    source,
  }: DataStack): void {
    new ThrottleAlarm(this, 'SearchStatsThrottled', {
      table: searchStats,
      impact: 'searches are missing in the search analytics',
    });
    new ThrottleAlarm(this, 'SearchGenerationsThrottled', {
      table: searchGenerations,
      impact: 'nothing can be searched, and changes are not indexed',
    });
    new ThrottleAlarm(this, 'EmbeddingsThrottled', {
      table: embeddings,
      impact: 'changes are found by search late, and texts are embedded and paid for again',
    });
    new ThrottleAlarm(this, 'IdempotencyThrottled', {
      table: idempotency,
      impact: 'requests with an Idempotency-Key and events of sources fail',
    });
    new ThrottleAlarm(this, 'BreakersThrottled', {
      table: breakers,
      impact: 'changed cases and articles are found late by search',
    });
    new ThrottleAlarm(this, 'JobsThrottled', {
      table: jobs,
      impact: 'scheduled jobs start late, their runs are recorded late',
    });
    new ThrottleAlarm(this, 'PatternsThrottled', {
      table: patterns,
      impact: 'patterns of resolved cases are found late',
    });
    new ThrottleAlarm(this, 'BudgetsThrottled', {
      table: budgets,
      impact: 'articles are drafted late, and budgets cannot be read',
    });
    new ThrottleAlarm(this, 'SourceThrottled', {
      table: source,
      impact: 'the case database is followed late, and products are not listed',
    });
    new ThrottleAlarm(this, 'CasesThrottled', {
      table: cases,
      impact: 'cases are read and changed late, or not at all',
    });
    new ThrottleAlarm(this, 'ArticlesThrottled', {
      table: articles,
      impact: 'knowledge articles are read and changed late, or not at all',
    });
    new ThrottleAlarm(this, 'ArticleLinksThrottled', {
      table: articleLinks,
      impact: 'articles are linked late, and late without what an erased case said',
    });
    new ThrottleAlarm(this, 'ArticleVersionsThrottled', {
      table: articleVersions,
      impact: 'knowledge articles are changed late, or not at all, and reviews are listed late',
    });
    new ThrottleAlarm(this, 'ImportsThrottled', { table: importsTable, impact: 'imports go on slowly' });
    new ThrottleAlarm(this, 'PrincipalsThrottled', {
      table: principals,
      impact: 'some callers are turned away',
    });
  }
}
