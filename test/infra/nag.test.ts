import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { everyStage } from './assembly.ts';

/** Findings of cdk-nag that stay, each with its reason; patterns, because a finding quotes the resource. */
const ACKNOWLEDGED: readonly (readonly [finding: RegExp, reason: string])[] = [
  [/^AwsSolutions-IAM5\[Resource::\*\]$/, 'X-Ray knows no resources'],
  [
    /^AwsSolutions-IAM5\[Resource::.*(ImportFiles|Content)\w+Arn.*\/\*\]$/,
    'objects of one bucket, by prefix',
  ],
  [/^AwsSolutions-IAM5\[Resource::.*Cases\w+Arn.*\/stream\/\*\]$/, 'streams are listed by table'],
  [
    /^AwsSolutions-IAM4\[.*AmazonAPIGatewayPushToCloudWatchLogs\]$/,
    'the role of the gateway itself, for its log',
  ],
  [/^AwsSolutions-S1$/, 'objects are read and written by our functions only; CloudTrail records who else'],
  [/^AwsSolutions-SQS3$/, 'projection-failures is itself where failures end'],
  [/^AwsSolutions-APIG2$/, 'functions check requests by the schemas of the contract'],
  [/^AwsSolutions-APIG3$/, 'the firewall is not part of this stack yet'],
  [/^AwsSolutions-COG2$/, 'people may set up a second factor; machines have none'],
  [/^AwsSolutions-COG8$/, 'the plan with threat protection is the choice of the customer'],
];

describe.each(everyStage)('cdk-nag in $name', ({ app }) => {
  const found = new AwsSolutionsChecks(app).validateScope(app).violations.map(({ ruleName }) => ruleName);

  it('finds nothing that is not acknowledged', () => {
    expect(found.filter((finding) => !ACKNOWLEDGED.some(([pattern]) => pattern.test(finding)))).toEqual([]);
  });

  it('still finds everything that is acknowledged', () => {
    expect(ACKNOWLEDGED.filter(([pattern]) => !found.some((finding) => pattern.test(finding)))).toEqual([]);
  });
});
