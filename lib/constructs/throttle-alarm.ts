import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { AppAlarm } from './app-alarm.ts';
import type { AppTable } from './app-table.ts';

type ThrottleAlarmProps = { readonly table: AppTable; readonly impact: string };

const PERIOD = Duration.minutes(5);

/** Rings when a table refuses reads or writes because too many come at once; callers retry, then fail. */
export class ThrottleAlarm extends AppAlarm {
  constructor(scope: Construct, id: string, { table, impact }: ThrottleAlarmProps) {
    const events = (metricName: string) =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: table.tableName },
        statistic: 'Sum',
        period: PERIOD,
      });
    super(scope, id, {
      metric: new MathExpression({
        expression: 'FILL(reads, 0) + FILL(writes, 0)',
        usingMetrics: { reads: events('ReadThrottleEvents'), writes: events('WriteThrottleEvents') },
        label: 'Requests refused',
        period: PERIOD,
      }),
      above: 0,
      periods: 2,
      impact,
      runbook: 'table-throttled',
    });
  }
}
