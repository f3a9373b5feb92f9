import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { s3ScanCheckpoints } from '#adapters/aws/s3-scan-checkpoints.ts';
import { s3SegmentFiles } from '#adapters/aws/s3-segment-files.ts';
import { s3UploadFiles } from '#adapters/aws/s3-upload-files.ts';
import { s3UploadLinks } from '#adapters/aws/s3-upload-links.ts';
import { importFilesContract } from '#test/contract/import-files.contract.ts';
import { s3Bucket } from '#local/resources/s3-bucket.ts';
import { startEmulatedCloud } from '#test/support/emulated-cloud.ts';
import { startS3 } from '#test/support/emulators.ts';

let s3: Awaited<ReturnType<typeof startS3>>;
/** Behind the front of the laptop form, which honours conditions as S3 does. */
let cloud: Awaited<ReturnType<typeof startEmulatedCloud>>;
let buckets = 0;

beforeAll(async () => {
  s3 = await startS3();
  cloud = await startEmulatedCloud();
});

afterAll(async () => {
  await s3.stop();
  await cloud.stop();
});

importFilesContract('S3', async () => {
  buckets += 1;
  const bucket = `imports-${buckets}`;
  await cloud.start(s3Bucket(cloud.front), bucket, { BucketName: bucket });
  return {
    uploads: s3UploadFiles(cloud.s3, bucket),
    segments: s3SegmentFiles(cloud.s3, bucket),
    checkpoints: s3ScanCheckpoints(cloud.s3, bucket),
  };
});

describe('s3UploadLinks', () => {
  it('signs a PUT that never replaces, and binds its client to nothing else', async () => {
    const clock = { now: () => new Date('2026-03-01T12:00:00.000Z') };
    const signer = new S3Client({
      endpoint: s3.endpoint,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
    const links = s3UploadLinks(signer, s3.bucket, clock);
    const link = await links.make({ tenant: 'demo', id: 'i-1' }, new Date('2026-03-01T13:00:00.000Z'));

    const url = new URL(link.url);
    expect(url.pathname).toContain('/uploads/demo/i-1');
    expect(url.searchParams.get('X-Amz-SignedHeaders')).toBe('host;if-none-match');
    expect(url.searchParams.get('X-Amz-Expires')).toBe('3600');
    expect(url.searchParams.get('X-Amz-Date')).toBe('20260301T120000Z');
    expect([...url.searchParams.keys()].filter((name) => /checksum/i.test(name))).toEqual([]);
    expect(link).toMatchObject({ method: 'PUT', headers: { 'if-none-match': '*' } });

    const body = '{"id":"1","title":"a"}\n';
    const answer = await fetch(link.url, { method: 'PUT', headers: link.headers, body });
    expect(answer.status).toBe(200);
    expect(await s3UploadFiles(s3.client, s3.bucket).find({ tenant: 'demo', id: 'i-1' })).toMatchObject({
      bytes: body.length,
    });
  });
});
