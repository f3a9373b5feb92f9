import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';

type AppLogGroupProps = { readonly name: string; readonly settings: Settings };

const RETENTION: Record<Settings['logRetentionDays'], RetentionDays> = {
  7: RetentionDays.ONE_WEEK,
  30: RetentionDays.ONE_MONTH,
  90: RetentionDays.THREE_MONTHS,
};

/** A log group that forgets after as many days as its environment says. */
export class AppLogGroup extends LogGroup {
  constructor(scope: Construct, id: string, { name, settings }: AppLogGroupProps) {
    super(scope, id, {
      logGroupName: name,
      retention: RETENTION[settings.logRetentionDays],
      removalPolicy: settings.protect ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}
