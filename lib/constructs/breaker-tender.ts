import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { BreakerName } from '#contracts/breaker.ts';
import { AppAlarm } from './app-alarm.ts';
import { AppFunction, type AppFunctionProps, type Mapping } from './app-function.ts';
import type { AppTable } from './app-table.ts';

type BreakerTenderProps = AppFunctionProps & {
  readonly breakers: AppTable;
  /** Mappings that wait while a breaker is open. */
  readonly mappings: Readonly<Partial<Record<BreakerName, readonly Mapping[]>>>;
  /** What a user loses while a breaker is open. */
  readonly impacts: Readonly<Partial<Record<BreakerName, string>>>;
};

/** The function that pauses and resumes the work behind breakers, at each of their changes and each minute. */
export class BreakerTender extends AppFunction {
  constructor(scope: Construct, id: string, { breakers, mappings, impacts, ...props }: BreakerTenderProps) {
    super(scope, id, props);
    this.bindTable('BREAKERS_TABLE', breakers, ['GetItem', 'PutItem']).bindMappings('MAPPINGS', mappings);
    this.follow(breakers);
    new Rule(this, 'EveryMinute', {
      description: 'Look whether what is out answers again',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(this, { retryAttempts: 0 })],
    });
    for (const [breaker, impact] of Object.entries(impacts)) this.watch(props.name, breaker, impact);
  }

  /** Each change means the same work, and the minute makes up for one that fails: two tries are enough. */
  private follow(breakers: AppTable): void {
    const stream = breakers.tableStreamArn;
    if (!stream) throw new Error(`${breakers.node.path} has no stream`);
    new EventSourceMapping(this, 'Changes', {
      target: this,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      retryAttempts: 2,
      reportBatchItemFailures: true,
    });
    this.allowStream(breakers, stream);
  }

  private watch(service: string, breaker: string, impact: string): void {
    new AppAlarm(this, `Open-${breaker}`, {
      metric: new Metric({
        namespace: 'Caselore',
        metricName: 'BreakerOpen',
        dimensionsMap: { service, breaker },
        statistic: 'Maximum',
        period: Duration.minutes(1),
      }),
      above: 0,
      impact,
      runbook: 'breaker-open',
    });
  }
}
