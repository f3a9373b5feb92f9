/** Resource types that the laptop form knowingly leaves out, each with its reason. None may carry data or requests. */
export const NOT_EMULATED: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::Account': 'says only where the API writes its logs in CloudWatch',
  'AWS::CDK::Metadata': 'tells AWS which constructs were used',
  'AWS::CloudFormation::WaitConditionHandle': 'is a placeholder in a stack that needs no resource',
  'AWS::CloudWatch::Alarm': 'there is nobody to alarm: the operator reads the terminal and the log files',
  'AWS::CloudWatch::Dashboard': 'is looked at in the CloudWatch console only',
  'AWS::KMS::Key': 'data on the laptop is protected by the disk and the file permissions of its owner',
  'AWS::Lambda::Permission':
    'only the gateway, the rules and the mappings of the same assembly call functions',
  'AWS::S3::BucketPolicy':
    'buckets are reached on this machine only, without TLS; the S3 front checks signatures',
  'AWS::SNS::Topic': 'carries alarms only, and alarms are left out',
  'AWS::SNS::TopicPolicy': 'carries alarms only, and alarms are left out',
  'AWS::SQS::QueuePolicy': 'queues are reached on this machine only, without TLS',
  'AWS::WAFv2::WebACL':
    'nobody but this machine reaches the API; AWS keeps the rules of its groups to itself',
  'AWS::WAFv2::WebACLAssociation': 'names the API that the firewall protects, and the firewall is left out',
};
