import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach } from 'vitest';
import { s3Bucket } from '#local/resources/s3-bucket.ts';
import { startEmulatedCloud } from './emulated-cloud.ts';

/** Name of the bucket. */
export const BUCKET = 'uploads';
const PROPERTIES = {
  BucketName: BUCKET,
  NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
  CorsConfiguration: {
    CorsRules: [
      {
        AllowedOrigins: ['http://localhost:*'],
        AllowedMethods: ['PUT'],
        AllowedHeaders: ['*'],
        ExposedHeaders: ['ETag'],
      },
    ],
  },
};

type Cloud = Awaited<ReturnType<typeof startEmulatedCloud>>;
const clouds: Cloud[] = [];
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.stop();
});

/** A bucket in an emulator of its own, its events, and presigned URLs to it; ends with the test. */
export const emulatedBucket = async (options: Parameters<typeof startEmulatedCloud>[0] = {}) => {
  const cloud = await startEmulatedCloud(options);
  clouds.push(cloud);
  const events: { detail: { object: { key: string; size: number; etag: string }; reason: string } }[] = [];
  cloud.bus.subscribe('test', async (event) => void events.push(event as never));
  await cloud.start(s3Bucket(cloud.front), 'Uploads', PROPERTIES);
  const presign = async (key: string, expiresIn = 60) => {
    const s3 = new S3Client({
      region: cloud.context.region,
      credentials: cloud.context.credentials,
      endpoint: cloud.context.endpoints.s3,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
    return getSignedUrl(s3, new PutObjectCommand({ Bucket: BUCKET, Key: key, IfNoneMatch: '*' }), {
      expiresIn,
    });
  };
  return { cloud, events, presign };
};

/** Sends a body to a presigned URL. */
export const put = async (
  url: string,
  body: string,
  headers: Record<string, string> = { 'if-none-match': '*' },
) => {
  const response = await fetch(url, { method: 'PUT', body, headers });
  return { status: response.status, etag: response.headers.get('etag'), text: await response.text() };
};
