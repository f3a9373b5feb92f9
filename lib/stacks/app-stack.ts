import { DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';

type AppStackProps = {
  readonly settings: Settings;
  /** One sentence for the CloudFormation console. */
  readonly description: string;
  /** Holds data: in a protected environment it cannot be deleted by mistake. */
  readonly stateful?: boolean;
};

/** A stack of one environment, named `caselore-<stage>-<id>`. */
export class AppStack extends Stack {
  constructor(scope: Construct, id: string, { settings, description, stateful = false }: AppStackProps) {
    super(scope, id, {
      stackName: `caselore-${settings.stage}-${id}`,
      description,
      env: { account: settings.account, region: settings.region },
      terminationProtection: stateful && settings.protect,
      // The CLI checks the bootstrap version itself; without the rule a template holds our resources only.
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
    });
  }
}
