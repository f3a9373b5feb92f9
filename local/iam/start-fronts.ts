import type { LocalContext } from '../local-context.ts';
import type { Running } from '../resource-type.ts';
import { cloudwatchNeeds } from './cloudwatch-needs.ts';
import type { Iam } from './create-iam.ts';
import { dynamodbNeeds } from './dynamodb-needs.ts';
import { sqsNeeds } from './sqs-needs.ts';
import { statesNeeds } from './states-needs.ts';
import { startJsonFront } from './start-json-front.ts';

type Endpoints = Readonly<Record<'dynamodb' | 'sqs' | 'cloudwatch' | 'sfn', string>>;

type Settings = Pick<LocalContext, 'region' | 'accountId' | 'now'> & {
  readonly iam: Iam;
  /** Addresses of the services themselves. */
  readonly services: Endpoints;
};

/** The fronts that functions talk to instead of the services. */
export type Fronts = Running & { readonly endpoints: Endpoints };

const REFUSAL = { status: 400, headers: { 'content-type': 'application/x-amz-json-1.0' } } as const;

/** Of services that once spoke the query protocol, whose clients still look for its name. */
const REFUSAL_OF_QUERIES = {
  status: 403,
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-query-error': 'AccessDenied;Sender' },
} as const;

/** Starts a front before DynamoDB, SQS, CloudWatch and Step Functions each, refusing in its service's own form. */
export const startFronts = async ({ iam, services, region, accountId, now }: Settings): Promise<Fronts> => {
  const common = { iam, region, accountId, now };
  const dynamodb = await startJsonFront({
    ...common,
    emulatorEndpoint: services.dynamodb,
    needsOf: dynamodbNeeds,
    refusal: REFUSAL,
  });
  const sqs = await startJsonFront({
    ...common,
    emulatorEndpoint: services.sqs,
    needsOf: sqsNeeds,
    refusal: REFUSAL_OF_QUERIES,
  });
  const cloudwatch = await startJsonFront({
    ...common,
    emulatorEndpoint: services.cloudwatch,
    needsOf: cloudwatchNeeds,
    refusal: REFUSAL_OF_QUERIES,
  });
  const sfn = await startJsonFront({
    ...common,
    emulatorEndpoint: services.sfn,
    needsOf: statesNeeds,
    refusal: REFUSAL,
  });
  const fronts = { dynamodb, sqs, cloudwatch, sfn };
  return {
    endpoints: {
      dynamodb: dynamodb.endpoint,
      sqs: sqs.endpoint,
      cloudwatch: cloudwatch.endpoint,
      sfn: sfn.endpoint,
    },
    stop: async () => {
      await Promise.all(Object.values(fronts).map(async (front) => front.stop()));
    },
  };
};
