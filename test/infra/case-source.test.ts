import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import type { CaseSource } from '#config/case-source.ts';
import { dev } from '#config/dev.ts';
import { prod } from '#config/prod.ts';
import { sampleCaseSource } from '#config/sample-case-source.ts';
import { Settings } from '#config/schema.ts';
import { ACKNOWLEDGED_FINDINGS, ACKNOWLEDGED_IN_NETWORKS } from '#lib/nag/acknowledged-findings.ts';
import { synthesise } from './assembly.ts';

const network = {
  vpcId: 'vpc-0123456789abcdef0',
  availabilityZones: ['us-east-1a', 'us-east-1b'],
  subnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
  routeTableIds: ['rtb-0123456789abcdef0', 'rtb-0123456789abcdef1'],
  databaseSecurityGroupId: 'sg-0123456789abcdef0',
  gatewayEndpoints: true,
};
const address = { host: 'cases.example.com', port: 5432, database: 'support', network };
const CONNECTIONS: Record<string, CaseSource['connection']> = {
  'rds-iam': { kind: 'rds-iam', ...address, user: 'caselore', resourceId: 'cluster-ABC' },
  secret: {
    kind: 'secret',
    ...address,
    secretArn: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:cases-AbCdEf',
  },
  aurora: { kind: 'aurora', database: 'support', user: 'caselore', network, capacity: { min: 0, max: 4 } },
};

const withSource = (connection: CaseSource['connection']): Settings =>
  Settings.parse({
    ...prod,
    account: '111122223333',
    caseSource: { ...sampleCaseSource, maxRetries: 5, retryDelaySeconds: 90, connection },
  });
const stages = Object.entries(CONNECTIONS).map(([name, connection]) => ({
  name,
  ...synthesise(withSource(connection)),
}));

describe.each(stages)('a case database by $name', ({ name, app, resources, ofType }) => {
  const own = resources.filter(({ stack }) => stack === 'source');
  const sync = own.find(({ Type }) => Type === 'AWS::Lambda::Function');
  const statements = own
    .filter(({ Type }) => Type === 'AWS::IAM::Policy')
    .flatMap(
      ({ Properties }): { Action: string | string[]; Resource: unknown }[] =>
        Properties['PolicyDocument'].Statement,
    );
  const rightTo = (action: string) => statements.find(({ Action }) => [Action].flat().includes(action));

  it('is read by a function in the named subnets, with the authorities of RDS', () => {
    expect(sync!.Properties).toMatchObject({
      VpcConfig: { SubnetIds: network.subnetIds, SecurityGroupIds: [expect.anything()] },
      Environment: { Variables: { NODE_EXTRA_CA_CERTS: '/var/runtime/ca-cert.pem', CASE_TENANT: 'demo' } },
    });
  });

  it('reaches S3 and DynamoDB by gateways, and has no way out beside', () => {
    const endpoints = ofType('AWS::EC2::VPCEndpoint').map(({ Properties }) => Properties);

    expect(
      endpoints.filter(({ VpcEndpointType: type }) => type === 'Gateway').map((one) => one['RouteTableIds']),
    ).toEqual([network.routeTableIds, network.routeTableIds]);
    expect(endpoints.filter(({ VpcEndpointType: type }) => type === 'Interface')).toHaveLength(
      name === 'secret' ? 1 : 0,
    );
    expect(ofType('AWS::EC2::NatGateway')).toEqual([]);
    const out = own
      .flatMap(({ Properties }) => Properties['SecurityGroupEgress'] ?? [])
      .filter(({ CidrIp }: { CidrIp: string }) => CidrIp === '0.0.0.0/0');
    expect(out.map(({ FromPort }: { FromPort: number }) => FromPort)).toEqual([443]);
  });

  it('is entered by one right, for one user or one secret', () => {
    const connect = rightTo('rds-db:connect');
    const read = rightTo('secretsmanager:GetSecretValue');

    expect([connect === undefined, read === undefined]).toEqual(
      name === 'secret' ? [true, false] : [false, true],
    );
    expect(JSON.stringify((connect ?? read)!.Resource)).not.toContain('*');
    expect(JSON.stringify((connect ?? read)!.Resource)).toContain(
      name === 'secret' ? 'secret:cases-AbCdEf' : '/caselore"',
    );
  });

  it('is told to the function without a password', () => {
    const connection = JSON.stringify(sync!.Properties['Environment'].Variables.CASE_CONNECTION);

    expect(connection).toContain(name === 'secret' ? 'secretsmanager' : 'rds-iam');
    expect(connection).not.toMatch(/password/i);
  });

  it('is a finding of cdk-nag nowhere', () => {
    const found = [new AwsSolutionsChecks(app), new ServerlessChecks(app)].flatMap((pack) =>
      pack.validateScope(app).violations.map(({ ruleName }) => ruleName),
    );

    const acknowledged = [...ACKNOWLEDGED_FINDINGS, ...ACKNOWLEDGED_IN_NETWORKS];

    expect(found.filter((finding) => !acknowledged.some(([pattern]) => pattern.test(finding)))).toEqual([]);
    expect(
      ACKNOWLEDGED_IN_NETWORKS.every(([pattern]) => found.some((finding) => pattern.test(finding))),
    ).toBe(true);
  });

  it('is followed by a job, with the tries and the delay of the settings', () => {
    const job = ofType('AWS::StepFunctions::StateMachine').find(
      ({ Properties }) => Properties['StateMachineName'] === 'caselore-prod-case-sync',
    );
    const { Sync, RecordStart } = JSON.parse(job!.Properties['DefinitionString']).States;

    expect(Sync.Retry.at(-1)).toEqual({
      ErrorEquals: ['States.ALL'],
      IntervalSeconds: 90,
      BackoffRate: 1,
      MaxDelaySeconds: 91,
      MaxAttempts: 5,
      JitterStrategy: 'FULL',
    });
    expect(RecordStart.Retry.at(-1)).toMatchObject({ MaxAttempts: 2, IntervalSeconds: 3 });
  });

  it('rings an alarm when it is not followed', () => {
    const alarm = own.find(({ Type }) => Type === 'AWS::CloudWatch::Alarm');

    expect(alarm!.Properties['AlarmDescription']).toContain('changes in the case database');
    expect(alarm!.Properties['AlarmActions']).toHaveLength(1);
  });
});

describe('the cluster that a stage makes', () => {
  const [cluster] = stages.find(({ name }) => name === 'aurora')!.ofType('AWS::RDS::DBCluster');

  it('is serverless, encrypted, protected, and entered by IAM', () => {
    expect(cluster!.Properties).toMatchObject({
      Engine: 'aurora-postgresql',
      EnableIAMDatabaseAuthentication: true,
      StorageEncrypted: true,
      DeletionProtection: true,
      ServerlessV2ScalingConfiguration: { MinCapacity: 0, MaxCapacity: 4 },
    });
    expect(cluster!.DeletionPolicy).toBe('Retain');
  });
});

describe('settings of a case database', () => {
  it('are for the form that has such a database', () => {
    const wrong = [
      { ...dev, caseSource: sampleCaseSource },
      { ...dev, form: 'laptop', caseSource: { ...sampleCaseSource, connection: CONNECTIONS['rds-iam'] } },
    ];

    for (const one of wrong) expect(Settings.safeParse(one).success).toBe(false);
  });

  it('leave room for other variables of the function', () => {
    const attributes = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `attribute number ${index}`,
        `a_column_with_a_long_name_${index}`,
      ]),
    );
    const cases = { ...sampleCaseSource.mapping.cases, attributes };
    const caseSource = {
      ...sampleCaseSource,
      connection: CONNECTIONS['rds-iam'],
      mapping: { ...sampleCaseSource.mapping, cases },
    };

    expect(Settings.safeParse({ ...prod, caseSource }).error?.message).toContain('longer than 2600');
  });
});
