import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Trail } from '#core/ports/trail.ts';
import { carryTrail } from './carry-trail.ts';

/** Bounds of every call: connect and answer in time, at most three tries with the SDK's jittered backoff. */
const BOUNDS = {
  maxAttempts: 3,
  requestHandler: {
    connectionTimeout: 1_000,
    requestTimeout: 5_000,
    socketTimeout: 5_000,
    throwOnRequestTimeout: true,
  },
} as const;

/** Objects of hundreds of megabytes take longer than a row. */
const OBJECT_BOUNDS = {
  ...BOUNDS,
  requestHandler: { ...BOUNDS.requestHandler, requestTimeout: 30_000, socketTimeout: 30_000 },
} as const;

/** A DynamoDB client for plain JavaScript values; absent fields are left out. */
export const documentClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient(BOUNDS), {
    marshallOptions: { removeUndefinedValues: true },
  });

/**
 * An S3 client. It adds no checksum of its own: in a presigned URL that would be the checksum of an empty body,
 * and the upload of any other would be refused (the SDK's default since 3.729).
 */
export const s3Client = (): S3Client =>
  new S3Client({ ...OBJECT_BOUNDS, requestChecksumCalculation: 'WHEN_REQUIRED' });

/** An SQS client whose messages carry the trail of the work that sends them. */
export const sqsClient = (trail: Trail): SQSClient => carryTrail(new SQSClient(BOUNDS), trail);
