import { S3Client } from '@aws-sdk/client-s3';
import { CLIENT_BOUNDS } from './client-bounds.ts';

/** Objects of hundreds of megabytes take longer than a row. */
const OBJECT_BOUNDS = {
  ...CLIENT_BOUNDS,
  requestHandler: { ...CLIENT_BOUNDS.requestHandler, requestTimeout: 30_000, socketTimeout: 30_000 },
} as const;

/**
 * An S3 client. It adds no checksum of its own: in a presigned URL that would be the checksum of an empty body,
 * and the upload of any other would be refused (the SDK's default since 3.729).
 */
export const s3Client = (): S3Client =>
  new S3Client({ ...OBJECT_BOUNDS, requestChecksumCalculation: 'WHEN_REQUIRED' });
