import { describe, expect, it } from 'vitest';
import { everyStage } from './assembly.ts';

type Statement = { Action: string | string[]; Resource: unknown; Effect: string };

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** Ends of resources that hold a wildcard, each with its reason. */
const ACKNOWLEDGED = new Map([
  // What is made on the way to knowledge, by what it is, whatever tenant it is of.
  ['/patterns/*', ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']],
  ['/grouping/*', ['s3:GetObject', 's3:PutObject']],
  ['/drafts/*', ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']],
  ['/runs/*', ['s3:GetObject', 's3:PutObject']],
  // X-Ray and reading of metrics know no resources.
  [
    '*',
    [
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
      'cloudwatch:GetMetricData',
      // State machines: sampling, and the delivery of their logs, which is an account's and no log group's.
      'xray:GetSamplingRules',
      'xray:GetSamplingTargets',
      'logs:CreateLogDelivery',
      'logs:GetLogDelivery',
      'logs:UpdateLogDelivery',
      'logs:DeleteLogDelivery',
      'logs:ListLogDeliveries',
      'logs:PutResourcePolicy',
      'logs:DescribeResourcePolicies',
      'logs:DescribeLogGroups',
    ],
  ],
  // Executions of one state machine, whose names are made when they start.
  ['-health-check:*', ['states:DescribeExecution']],
  ['-case-sync:*', ['states:DescribeExecution']],
  ['-vectorization:*', ['states:DescribeExecution']],
  ['-knowledge-generation:*', ['states:DescribeExecution']],
  // Objects of a bucket, by what they are for.
  ['/uploads/*', ['s3:GetObject', 's3:PutObject']],
  ['/segments/*', ['s3:GetObject', 's3:PutObject']],
  ['/scans/*', ['s3:GetObject', 's3:PutObject']],
  // The bucket of long texts holds nothing else; keys begin with the tenant.
  ['/*', ['s3:GetObject', 's3:PutObject']],
  // Streams are listed by table.
  ['/stream/*', ['dynamodb:ListStreams']],
]);

describe.each(everyStage)('roles of $name', ({ ofType }) => {
  const functions = ofType('AWS::Lambda::Function');
  const statements = ofType('AWS::IAM::Policy').flatMap(
    ({ Properties }): Statement[] => Properties['PolicyDocument'].Statement,
  );

  it('belong to one function each', () => {
    const roles = functions.map(({ Properties }) => Properties['Role']['Fn::GetAtt'][0]);

    expect(new Set(roles).size).toBe(functions.length);
  });

  it('hold no policy that we did not write', () => {
    const managed = ofType('AWS::IAM::Role').filter(({ Properties }) => Properties['ManagedPolicyArns']);

    // API Gateway's own role, which only its access log uses.
    expect(managed.map(({ id }) => id)).toEqual([expect.stringMatching(/^ApiCloudWatchRole/)]);
  });

  it('name their actions', () => {
    const actions = statements.flatMap(({ Action }) => list(Action));

    expect(actions.filter((action) => String(action).includes('*'))).toEqual([]);
    expect(actions).not.toContain('dynamodb:Scan');
    expect(actions).not.toContain('dynamodb:DeleteItem');
  });

  it('use wildcards in resources only where acknowledged', () => {
    const wild = statements
      .flatMap(({ Action, Resource }) =>
        list(Resource).map((resource) => ({ Action, text: JSON.stringify(resource) })),
      )
      .filter(({ text }) => text.includes('*'));

    expect(wild.length).toBeGreaterThan(functions.length);
    for (const { Action, text } of wild) {
      const [, end = text] =
        /^"(\*)"$|((?:\/\w+)?\/\*)"\]\]\}$|(-(?:health-check|case-sync|vectorization|knowledge-generation):\*)"(?:\]\]\})?$/
          .exec(text)
          ?.filter(Boolean) ?? [];
      expect(ACKNOWLEDGED.get(end)).toEqual(expect.arrayContaining(list(Action)));
    }
  });

  it('use the key only through the service that keeps the data', () => {
    const keyed = statements.filter(({ Action }) =>
      list(Action).some((action) => String(action).startsWith('kms:')),
    );

    expect(keyed.length).toBeGreaterThan(0);
    for (const statement of keyed) {
      expect(statement).toMatchObject({
        Condition: {
          StringEquals: {
            'kms:ViaService': expect.stringMatching(/^(dynamodb|s3)\.us-east-1\.amazonaws\.com$/),
          },
        },
      });
    }
  });
});
