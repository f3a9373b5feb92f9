import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import { AppAlarm } from './app-alarm.ts';
import { fullName } from './full-name.ts';

type DeadLettersProps = {
  readonly name: string;
  readonly settings: Settings;
  /** What a user loses by each message that ends here. */
  readonly impact: string;
  /** What to do, by page of `docs/runbooks/`; `dead-letters` unless told. */
  readonly runbook?: string;
};

/** Where work ends that failed too often: kept for 14 days, the longest that SQS allows, with an alarm at the first message. */
export class DeadLetters extends Queue {
  /** The physical name, as metrics know it. */
  readonly fullName: string;

  constructor(
    scope: Construct,
    id: string,
    { name, settings, impact, runbook = 'dead-letters' }: DeadLettersProps,
  ) {
    const physicalName = fullName(settings, name);
    super(scope, id, {
      queueName: physicalName,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.fullName = physicalName;
    new AppAlarm(this, 'NotEmpty', {
      metric: this.metricApproximateNumberOfMessagesVisible({
        statistic: 'Maximum',
        period: Duration.minutes(1),
      }),
      above: 0,
      impact,
      runbook,
    });
  }
}
