import { describe, expect, it } from 'vitest';
import { NOT_EMULATED } from '#local/not-emulated.ts';
import { resourceTypes } from '#local/resources.ts';

const never = () => {
  throw new Error('nothing starts in this test');
};

const emulated = () =>
  resourceTypes({
    functions: { invoke: never, addLayer: never, layerDirectory: never, addFunction: never },
    gateway: { addApi: never, serveStage: never, handle: never },
    issuer: { servePool: never, owns: never, answer: never },
    bus: { publish: never, subscribe: never },
    iam: {
      addRole: never,
      putPolicy: never,
      policies: never,
      employ: never,
      callerOf: never,
      allows: never,
      refusal: never,
      refusalOf: never,
    },
    mappings: { add: never, find: never, set: never },
    s3Front: { configure: never },
    sampling: { setShare: never, decide: never },
    stepFunctions: { addMachine: never, start: never, find: never, abort: never },
    schedules: true,
  }).map(({ type }) => type);

describe('NOT_EMULATED', () => {
  it('is this table, each type with its reason', () => {
    expect(NOT_EMULATED).toMatchInlineSnapshot(`
      {
        "AWS::ApiGateway::Account": "says only where the API writes its logs in CloudWatch",
        "AWS::CDK::Metadata": "tells AWS which constructs were used",
        "AWS::CloudFormation::WaitConditionHandle": "is a placeholder in a stack that needs no resource",
        "AWS::CloudWatch::Alarm": "there is nobody to alarm: the operator reads the terminal and the log files",
        "AWS::CloudWatch::Dashboard": "is looked at in the CloudWatch console only",
        "AWS::KMS::Key": "data on the laptop is protected by the disk and the file permissions of its owner",
        "AWS::Lambda::Permission": "only the gateway, the rules and the mappings of the same assembly call functions",
        "AWS::S3::BucketPolicy": "buckets are reached on this machine only, without TLS; the S3 front checks signatures",
        "AWS::SNS::Topic": "carries alarms only, and alarms are left out",
        "AWS::SNS::TopicPolicy": "carries alarms only, and alarms are left out",
        "AWS::SQS::QueuePolicy": "queues are reached on this machine only, without TLS",
        "AWS::WAFv2::WebACL": "nobody but this machine reaches the API; AWS keeps the rules of its groups to itself",
        "AWS::WAFv2::WebACLAssociation": "names the API that the firewall protects, and the firewall is left out",
      }
    `);
  });

  it('holds no type of the data path', () => {
    const dataPath = [
      'AWS::ApiGateway::Deployment',
      'AWS::ApiGateway::RestApi',
      'AWS::ApiGateway::Stage',
      'AWS::Cognito::UserPool',
      'AWS::DynamoDB::GlobalTable',
      'AWS::DynamoDB::Table',
      'AWS::Events::Rule',
      'AWS::IAM::Policy',
      'AWS::IAM::Role',
      'AWS::Lambda::EventSourceMapping',
      'AWS::Lambda::Function',
      'AWS::Lambda::LayerVersion',
      'AWS::Logs::LogGroup',
      'AWS::Logs::SubscriptionFilter',
      'AWS::S3::Bucket',
      'AWS::SQS::Queue',
      'AWS::Scheduler::Schedule',
      'AWS::StepFunctions::StateMachine',
    ];

    expect(emulated().toSorted()).toEqual([...dataPath, 'AWS::XRay::SamplingRule']);
    expect(Object.keys(NOT_EMULATED).filter((type) => dataPath.includes(type))).toEqual([]);
  });
});
