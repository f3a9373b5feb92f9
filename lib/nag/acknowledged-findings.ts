/** Findings of cdk-nag that stay, each with its reason; patterns, because a finding quotes the resource. */
export const ACKNOWLEDGED_FINDINGS: readonly (readonly [finding: RegExp, reason: string])[] = [
  [
    /^AwsSolutions-IAM5\[Resource::\*\]$/,
    'X-Ray, reading of metrics and delivery of logs of state machines know no resources',
  ],
  [
    /^AwsSolutions-IAM5\[Resource::arn:aws:states:.*:execution:caselore-\w+-[a-z-]+:\*\]$/,
    'executions of one state machine, whose names are made when they start',
  ],
  [
    /^AwsSolutions-IAM5\[Resource::.*(ImportFiles|Content|KnowledgeFiles)\w+Arn.*\/\*\]$/,
    'objects of one bucket, by prefix',
  ],
  [
    /^AwsSolutions-IAM5\[Resource::.*(?:Cases|Articles|Breakers)\w+Arn.*\/stream\/\*\]$/,
    'streams are listed by table',
  ],
  [
    /^AwsSolutions-IAM4\[.*AmazonAPIGatewayPushToCloudWatchLogs\]$/,
    'the role of the gateway itself, for its log',
  ],
  [/^AwsSolutions-S1$/, 'objects are read and written by our functions only; CloudTrail records who else'],
  [/^AwsSolutions-SQS3$/, 'projection-failures is itself where failures end'],
  [/^AwsSolutions-APIG2$/, 'functions check requests by the schemas of the contract'],
  [/^AwsSolutions-COG2$/, 'people may set up a second factor; machines have none'],
  [/^AwsSolutions-COG8$/, 'the plan with threat protection is the choice of the customer'],
  [/^Serverless-SQSRedrivePolicy$/, 'queues of dead letters are themselves where failures end'],
  [
    /^Serverless-LambdaDLQ$/,
    'functions are called by the gateway, which is told, and by mappings, whose queues have dead letters; the one that is scheduled runs again a minute later',
  ],
  [/^Serverless-LambdaEventSourceMappingDestination$/, 'a queue has dead letters of its own'],
  [/^Serverless-EventBusDLQ$/, 'a look that is missed is made up for by the next minute'],
];

/** Findings that stay where a case database is followed in a network of the customer's; see ACKNOWLEDGED_FINDINGS. */
export const ACKNOWLEDGED_IN_NETWORKS: readonly (readonly [finding: RegExp, reason: string])[] = [
  [
    /^AwsSolutions-IAM5\[Resource::arn:.*:ec2:.*:network-interface\/\*\]$/,
    'Lambda makes the interface of a function and names it itself',
  ],
];
