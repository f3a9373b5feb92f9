import { CfnSamplingRule } from 'aws-cdk-lib/aws-xray';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import { fullName } from './full-name.ts';
import { API_STAGE } from './rest-api.ts';

/** Share of requests whose way is recorded; what the API decides holds for every function and queue behind it. */
const SHARE = 0.1;

/** Records one request of the API in ten. Functions that begin by themselves keep to Lambda's own share, which nobody can set. */
export class TraceSampling extends CfnSamplingRule {
  constructor(scope: Construct, id: string, { settings }: { readonly settings: Settings }) {
    super(scope, id, {
      samplingRule: {
        ruleName: fullName(settings),
        version: 1,
        priority: 1000,
        fixedRate: SHARE,
        // None for certain each second: a share is a share.
        reservoirSize: 0,
        serviceName: `${fullName(settings)}/${API_STAGE}`,
        serviceType: 'AWS::ApiGateway::Stage',
        host: '*',
        httpMethod: '*',
        urlPath: '*',
        resourceArn: '*',
      },
    });
  }
}
