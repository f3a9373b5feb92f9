import { Dashboard } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import { AppAlarm } from '#lib/constructs/app-alarm.ts';
import { pipelineWidgets } from '#lib/constructs/pipeline-widgets.ts';
import { AppStack } from './app-stack.ts';

type ObservabilityStackProps = {
  readonly settings: Settings;
  readonly key: Key;
  /** Stacks whose alarms and resources are watched. */
  readonly watched: readonly AppStack[];
};

/** Where operators look, and the topic that every alarm of the environment rings. */
export class ObservabilityStack extends AppStack {
  constructor(scope: Construct, id: string, { settings, key, watched }: ObservabilityStackProps) {
    super(scope, id, { settings, description: 'Caselore: alarms and dashboard' });
    const alarms = new Topic(this, 'Alarms', {
      displayName: `Caselore ${settings.stage}`,
      masterKey: key,
      enforceSSL: true,
    });
    key.grant(new ServicePrincipal('cloudwatch.amazonaws.com'), 'kms:Decrypt', 'kms:GenerateDataKey');

    const constructs = watched.flatMap((stack) => stack.node.findAll());
    for (const alarm of constructs.filter((construct) => construct instanceof AppAlarm)) {
      alarm.addAlarmAction(new SnsAction(alarms));
      alarm.addOkAction(new SnsAction(alarms));
    }
    new Dashboard(this, 'Pipeline', {
      dashboardName: `caselore-${settings.stage}`,
      widgets: pipelineWidgets(constructs),
    });
  }
}
