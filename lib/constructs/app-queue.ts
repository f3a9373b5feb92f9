import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { FunctionName } from '#config/function-name.ts';
import type { Settings } from '#config/schema.ts';
import { AppAlarm } from './app-alarm.ts';
import { DeadLetters } from './dead-letters.ts';
import { fullName } from './full-name.ts';

type AppQueueProps = {
  readonly name: string;
  readonly settings: Settings;
  /** The function that works it off; its timeout decides how long a message stays hidden. */
  readonly consumer: FunctionName;
  /** What a user loses while messages wait or fail. */
  readonly impact: string;
  /** Age in minutes at which the oldest message rings; 15 unless told. */
  readonly tooOldMinutes?: number;
  /** What to do, by page of `docs/runbooks/`; those of any queue unless told. */
  readonly runbook?: string;
};

/** Lambda wants at least 6 times the function's timeout, so that a throttled batch is not delivered twice. */
const HIDDEN_TIMEOUTS = 6;
const MOST_RECEIVES = 5;

/** A queue that cannot be made without dead letters and alarms. */
export class AppQueue extends Queue {
  readonly fullName: string;
  readonly consumer: FunctionName;
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: AppQueueProps) {
    const { name, settings, consumer, impact, runbook } = props;
    const physicalName = fullName(settings, name);
    const deadLetters = new DeadLetters(scope, `${id}DeadLetters`, {
      name: `${name}-dlq`,
      settings,
      impact,
      runbook,
    });
    super(scope, id, {
      queueName: physicalName,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(HIDDEN_TIMEOUTS * settings.functions[consumer].timeoutSeconds),
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: MOST_RECEIVES },
    });
    this.fullName = physicalName;
    this.consumer = consumer;
    this.deadLetters = deadLetters;
    new AppAlarm(this, 'TooOld', {
      metric: this.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', period: Duration.minutes(1) }),
      above: (props.tooOldMinutes ?? 15) * 60,
      periods: 3,
      impact,
      runbook: runbook ?? 'queue-too-old',
    });
  }
}
