import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { ScanCheckpoint } from '#contracts/scan-checkpoint.ts';
import type { ImportKey } from '#core/imports/import-row.ts';
import type { ScanCheckpoints } from '#core/ports/scan-checkpoints.ts';
import { s3Text } from './s3-text.ts';

const objectKey = ({ tenant, id }: ImportKey, offset: number): string =>
  `scans/${tenant}/${id}/${offset}.json`;

/** Checkpoints of reading an upload, in an S3 bucket. */
export const s3ScanCheckpoints = (client: S3Client, bucket: string): ScanCheckpoints => ({
  async write(key, checkpoint) {
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: objectKey(key, checkpoint.offset),
        Body: JSON.stringify(checkpoint),
        ContentType: 'application/json',
      }),
    );
  },
  async read(key, offset) {
    return ScanCheckpoint.parse(JSON.parse(await s3Text(client, bucket, objectKey(key, offset))));
  },
});
