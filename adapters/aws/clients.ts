import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Trail } from '#core/ports/trail.ts';
import { CLIENT_BOUNDS } from './client-bounds.ts';
import { carryTrail } from './carry-trail.ts';

/** A DynamoDB client for plain JavaScript values; absent fields are left out. */
export const documentClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient(CLIENT_BOUNDS), {
    marshallOptions: { removeUndefinedValues: true },
  });

/** The keys of whoever runs this, from wherever the SDK finds them. */
export const awsCredentials = () => new DynamoDBClient(CLIENT_BOUNDS).config.credentials();

/** An SQS client whose messages carry the trail of the work that sends them. */
export const sqsClient = (trail: Trail): SQSClient => carryTrail(new SQSClient(CLIENT_BOUNDS), trail);
